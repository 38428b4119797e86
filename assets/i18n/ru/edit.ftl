# Названия правок; стоят после «Отменить:» и «Повторить:».
edit-change-text = изменение текста
edit-change-property = изменение свойства
edit-add-touchpoint = добавление точки касания
edit-move-touchpoints = перемещение точек касания
edit-connect = соединение точек касания
edit-set-emotion = оценка эмоции
edit-add-barrier = добавление барьера
edit-add-opportunity = добавление возможности
edit-add-persona = добавление персоны
edit-add-journey = добавление пути клиента
edit-add-step = добавление шага
edit-add = добавление
edit-remove = удаление
edit-duplicate-journey = копирование пути клиента
edit-arrange-lanes = настройка дорожек
edit-arrange = упорядочивание точек касания
edit-align-columns = выравнивание колонок
edit-swimlanes = дорожки по каналам
edit-reorder = изменение порядка
edit-count-dots = подсчёт голосов
edit-reveal-vote = показ итогов голосования
edit-add-decision = запись решения
edit-park = запись в парковку
edit-reload = обновление из файла

# Почему правка не принята.
edit-error-missing = Элемента { $id } в проекте уже нет.
edit-error-shared-id = Идентификатор { $id } уже занят в другом пути клиента этого проекта.
edit-error-permanent = Проект и пять его этапов удалить нельзя.
edit-error-last-step = Это последний шаг этапа, а хотя бы один шаг в этапе нужен.
edit-error-self-transition = Переход не может вести из точки касания в неё же.
edit-error-text-too-long = Слишком длинный текст: в одно поле помещается не больше 64 КиБ.
edit-error-not-a-number = Это не число.
edit-error-rank-too-long = В этом месте больше не осталось промежутка. Немного передвиньте соседние элементы и повторите.
edit-error-picture-too-large = Слишком большая картинка: помещается не больше 4 МиБ.
edit-error-too-many = Больше не поместится: предел — { $max }.
edit-error-project-too-large = Проект заполнен: файл стал бы больше 64 МиБ.
