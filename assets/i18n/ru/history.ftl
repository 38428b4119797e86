# История изменений
history-title = История
history-close = Закрыть историю
history-empty = Отменять пока нечего
history-empty-text = Здесь появится каждое изменение и что именно оно сделало. Щелчок возвращает к этому моменту; всё, что было позже, не пропадёт, пока вы снова что-нибудь не измените.
history-beginning = Как было открыто
history-saved = Сохранено
history-now = сейчас
history-undone = отменено
history-row = { $what }, { $how }
history-row-now = { $what }, { $how }, сейчас
history-row-undone = { $what }, { $how }, отменено
history-undo-said = Отменено: { $what } · { $how }
history-redo-said = Повторено: { $what } · { $how }
past-nothing = Проект
past-emotion = { $name }: эмоция { $points }
past-expectation = { $name }: ожидание { $points }
past-not-known = нет

# Сколько чего
count-of-project = Проект
count-of-touchpoint = { $count ->
    [one] { $count } точка касания
    [few] { $count } точки касания
   *[many] { $count } точек касания
}
count-of-transition = { $count ->
    [one] { $count } переход
    [few] { $count } перехода
   *[many] { $count } переходов
}
count-of-barrier = { $count ->
    [one] { $count } барьер
    [few] { $count } барьера
   *[many] { $count } барьеров
}
count-of-strength = { $count ->
    [one] { $count } сильная сторона
    [few] { $count } сильные стороны
   *[many] { $count } сильных сторон
}
count-of-opportunity = { $count ->
    [one] { $count } возможность
    [few] { $count } возможности
   *[many] { $count } возможностей
}
count-of-evidence = { $count ->
    [one] { $count } источник
    [few] { $count } источника
   *[many] { $count } источников
}
count-of-metric = { $count ->
    [one] { $count } метрика
    [few] { $count } метрики
   *[many] { $count } метрик
}
count-of-persona = { $count ->
    [one] { $count } персона
    [few] { $count } персоны
   *[many] { $count } персон
}
count-of-journey = { $count ->
    [one] { $count } путь
    [few] { $count } пути
   *[many] { $count } путей
}
count-of-step = { $count ->
    [one] { $count } шаг
    [few] { $count } шага
   *[many] { $count } шагов
}
count-of-stage = { $count ->
    [one] { $count } этап
    [few] { $count } этапа
   *[many] { $count } этапов
}
count-of-channel = { $count ->
    [one] { $count } канал
    [few] { $count } канала
   *[many] { $count } каналов
}
count-of-department = { $count ->
    [one] { $count } отдел
    [few] { $count } отдела
   *[many] { $count } отделов
}
count-of-participant = { $count ->
    [one] { $count } участник
    [few] { $count } участника
   *[many] { $count } участников
}
count-of-lane = { $count ->
    [one] { $count } дорожка
    [few] { $count } дорожки
   *[many] { $count } дорожек
}
count-of-stop = { $count ->
    [one] { $count } слайд показа
    [few] { $count } слайда показа
   *[many] { $count } слайдов показа
}

# Удаление того, на что ссылаются
delete-title = Удалить: { $what }?
cut-title = Вырезать: { $what }?
answer-cut = Вырезать
delete-goes = Удалится вместе
delete-loses = Останется, но потеряет связь
delete-more = и ещё { $count }
delete-undo-hint = Это можно отменить: всё вернётся обратно.
delete-comments = { $count ->
    [one] { $count } комментарий
    [few] { $count } комментария
   *[many] { $count } комментариев
}
delete-polls = { $count ->
    [one] { $count } опрос об эмоциях
    [few] { $count } опроса об эмоциях
   *[many] { $count } опросов об эмоциях
}
delete-feelings = { $count ->
    [one] { $count } эмоция
    [few] { $count } эмоции
   *[many] { $count } эмоций
} у точек касания, которые останутся
deleted = Удалено: { $what }
deleted-undo = Отменить
joined = Соединено: { $what }
