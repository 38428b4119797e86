# errors

# Экспорт
error-export-scale = Масштаб { $scale } не подходит: укажите от { $least } до { $most }.
error-export-size = Картинка вышла бы { $width } × { $height } пикселей, а сторона не может быть больше { $most }. Уменьшите масштаб или экспортируйте в SVG или PDF.
error-export-empty = Экспортировать нечего: карта пуста.
error-export-picture = Не получилось прочитать вложенную картинку: { $reason }
error-export-pdf = Не получилось собрать PDF: { $reason }
error-export-cancelled = Экспорт отменён.
error-export-io = Не получилось записать файл: { $reason }
