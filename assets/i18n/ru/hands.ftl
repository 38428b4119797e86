# Перенос на карте.
copy-hint = Сюда ляжет копия; без { $key } или Alt переносятся сами карточки. Esc — отмена
copy-barrier-hint = Барьер появится и там; без { $key } или Alt он переносится. Esc — отмена
copy-strength-hint = Сильная сторона появится и там; без { $key } или Alt она переносится. Esc — отмена
copy-opportunity-hint = Возможность появится и там; без { $key } или Alt она переносится. Esc — отмена
gesture-copy-keys = { $key } или Alt + потянуть карточку
gesture-copy = Поставить копии с барьерами и переходами
gesture-barrier-keys = Потянуть барьер
gesture-barrier = Перенести к другой точке; с { $key } или Alt — добавить и там
chips-back = Персоны левее
chips-on = Персоны правее
add-touchpoint-here = Добавить точку касания здесь
map-first = Начните с того, что клиент встречает первым
map-first-button = Добавить первую точку касания
