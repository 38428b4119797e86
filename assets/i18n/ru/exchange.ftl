# Отчёты о чтении и записи других форматов. Номер строки называет тот, кто показывает отчёт.

exchange-report-settings = настройки картинки не переносятся: { $text }
exchange-report-comment = комментарий не переносится: { $text }
exchange-report-front-matter-empty = между строками «---» ничего нет; Mermaid такое не принимает
exchange-report-front-matter-title = заголовок в шапке «---» записан с отступом или не простым текстом, он не переносится: { $text }
exchange-report-header-spelling = «{ $text }» прочитано как «journey»; Mermaid принимает это слово только строчными буквами и без знаков
exchange-report-title-replaced = этот заголовок заменён более поздним: { $text }
exchange-report-next-line-taken = после ключевого слова пусто, поэтому взята следующая строка, как в Mermaid: { $text }
exchange-report-unnamed = нет названия или заголовка; оставлено пустым
exchange-report-semicolon = Mermaid не принимает здесь «;»: внутри названия пишите «#59;», а команды — с новой строки
exchange-report-html-entity = в Mermaid спецсимволы пишут как «#38;», а не «&amp;»; прочитано как символ
exchange-report-colon-in-name = двоеточие прочитано как часть названия «{ $text }»; для Mermaid пишите «#58;»
exchange-report-full-width-colon = широкие двоеточия прочитаны как «:»
exchange-report-keyword-in-name = «{ $text }» начинается с ключевого слова; прочитано как название, Mermaid такое не принимает
exchange-report-score-empty = оценка пуста, Mermaid считает её за 0; оценки идут от 1 до 5, взято { $read }
exchange-report-score-outside = оценка { $text } вне пределов от 1 до 5, взято { $read }
exchange-report-score-repaired = оценка «{ $text }» прочитана как { $read }
exchange-report-score-unreadable = «{ $text }» — не оценка; точка касания остаётся без эмоции
exchange-report-score-rounded = оценка { $text } стала эмоцией { $read } с округлением до половины
exchange-report-extra-text = текст после участников не переносится: { $text }
exchange-report-empty-person = пустое имя среди участников пропущено
exchange-report-repeated-person = «{ $text }» указано здесь дважды; взято один раз
exchange-report-nobody-named = участник здесь не назван; задача отдана персоне «Customer»
exchange-report-stage-backwards = раздел «{ $text }» называет более ранний этап, чем предыдущий раздел; он остаётся на своём месте
exchange-report-stage-follows = раздел «{ $text }» вслед за предыдущим попал в более поздний этап

exchange-error-too-large = файл больше 64 МиБ
exchange-error-too-many-tasks = в файле больше 100 000 задач; разделите путь на несколько файлов
exchange-error-text-too-long = текст длиннее 64 КиБ; сократите его
exchange-error-not-utf8 = это не текст в UTF-8; сохраните файл в кодировке UTF-8
exchange-error-not-text = это не текст, или его кодировка незнакома Tropa; сохраните файл в кодировке UTF-8
exchange-read-as-windows-1251 = Прочитано в кодировке Windows-1251. Если вместо букв вышли другие знаки, сохраните файл в UTF-8 и откройте снова.
exchange-error-empty = файл пуст; путь в формате Mermaid начинается со слова «journey»
exchange-error-not-a-journey = ожидалось «journey», а стоит «{ $text }»; читаются только диаграммы Mermaid вида journey
exchange-error-directive-unclosed = «%%{"{"}» не закрыто; допишите «{"}"}%%» или уберите
exchange-error-front-matter-unclosed = шапка, открытая строкой «---», не закрыта; допишите вторую строку «---» с тем же отступом
exchange-error-description-unclosed = «accDescr {"{"}» не закрыто; допишите «{"}"}»
exchange-error-task-without-score = у задачи «{ $text }» нет оценки; пишите «название: 3: кто»
exchange-error-task-cut = у задачи «{ $text }» нет оценки: «#» начинает комментарий; пишите вместо него «#35;»

exchange-loss-other-journeys = { $count ->
    [one] ещё { $count } путь не записан: в Mermaid помещается один
    [few] ещё { $count } пути не записаны: в Mermaid помещается один
   *[other] ещё { $count } путей не записано: в Mermaid помещается один
}
exchange-loss-project-details = сведения о проекте, кроме названия, не записаны
exchange-loss-channels = { $count ->
    [one] не записан { $count } канал
    [few] не записаны { $count } канала
   *[other] не записано { $count } каналов
}
exchange-loss-departments = не записаны отделы и участники: { $count }
exchange-loss-journey-details = сведения о пути, кроме названия и вопроса, не записаны
exchange-loss-stage-details = { $count ->
    [one] не записаны название, цель и заметки { $count } этапа
   *[other] не записаны названия, цели и заметки { $count } этапов
}
exchange-loss-stages-shift = { $count ->
    [one] { $count } шаг при обратном чтении попадёт в другой этап
    [few] { $count } шага при обратном чтении попадут в другой этап
   *[other] { $count } шагов при обратном чтении попадут в другой этап
}
exchange-loss-unwritten-personas = { $count ->
    [one] не записана { $count } персона: у неё нет эмоций в этом пути
    [few] не записаны { $count } персоны: у них нет эмоций в этом пути
   *[other] не записано { $count } персон: у них нет эмоций в этом пути
}
exchange-loss-persona-details = { $count ->
    [one] у { $count } персоны записано только имя
   *[other] у { $count } персон записаны только имена
}
exchange-loss-same-names = { $count ->
    [one] { $count } персона — тёзка другой; они сольются в одну
    [few] { $count } персоны — тёзки других; они сольются
   *[other] { $count } персон — тёзки других; они сольются
}
exchange-loss-nameless = { $count ->
    [one] не хватает { $count } названия
   *[other] не хватает { $count } названий
}
exchange-loss-line-breaks = переносы строк в названии заменены пробелами
exchange-loss-unplaced = { $count ->
    [one] не записана { $count } точка касания: нет её шага
    [few] не записаны { $count } точки касания: нет их шагов
   *[other] не записано { $count } точек касания: нет их шагов
}
exchange-loss-shared-columns = { $count ->
    [one] { $count } точка касания стоит в одном столбце с другой; они записаны одна за другой
    [few] { $count } точки касания стоят в одном столбце с другими; они записаны одна за другой
   *[other] { $count } точек касания стоят в одном столбце с другими; они записаны одна за другой
}
exchange-loss-missing-emotions = { $count ->
    [one] у { $count } точки касания нет эмоции; записана оценка 3
   *[other] у { $count } точек касания нет эмоции; записана оценка 3
}
exchange-loss-differing-emotions = { $count ->
    [one] в { $count } точке касания эмоции персон различаются; записано среднее
   *[other] в { $count } точках касания эмоции персон различаются; записано среднее
}
exchange-loss-rounded-emotions = { $count ->
    [one] { $count } эмоция округлена до целой оценки
    [few] { $count } эмоции округлены до целых оценок
   *[other] { $count } эмоций округлено до целых оценок
}
exchange-loss-expectations = { $count ->
    [one] не записано { $count } ожидание
    [few] не записаны { $count } ожидания
   *[other] не записано { $count } ожиданий
}
exchange-loss-quotes = не записаны слова, цитаты и обещания: { $count }
exchange-loss-touchpoint-details = { $count ->
    [one] не записаны действия, потребности, внутренние процессы и прочее у { $count } точки касания
   *[other] не записаны действия, потребности, внутренние процессы и прочее у { $count } точек касания
}
exchange-loss-marks = { $count ->
    [one] не записаны отметки { $count } точки касания (момент истины, цель, начало, конец)
   *[other] не записаны отметки { $count } точек касания (момент истины, цель, начало, конец)
}
exchange-loss-cells = { $count ->
    [one] не записаны картинки и ячейки собственных дорожек у { $count } точки касания
   *[other] не записаны картинки и ячейки собственных дорожек у { $count } точек касания
}
exchange-loss-custom-lanes = { $count ->
    [one] не записана { $count } собственная дорожка
    [few] не записаны { $count } собственные дорожки
   *[other] не записано { $count } собственных дорожек
}
exchange-loss-branches = { $count ->
    [one] не записан { $count } переход: в Mermaid каждая задача ведёт к следующей
    [few] не записаны { $count } перехода: в Mermaid каждая задача ведёт к следующей
   *[other] не записано { $count } переходов: в Mermaid каждая задача ведёт к следующей
}
exchange-loss-implied-transitions = { $count ->
    [one] { $count } пара соседних точек получит переход, которого нет
    [few] { $count } пары соседних точек получат переход, которого нет
   *[other] { $count } пар соседних точек получат переход, которого нет
}
exchange-loss-transition-details = { $count ->
    [one] не записаны доля, причина и время { $count } перехода
   *[other] не записаны доли, причины и время { $count } переходов
}
exchange-loss-barriers = { $count ->
    [one] не записан { $count } барьер
    [few] не записаны { $count } барьера
   *[other] не записано { $count } барьеров
}
exchange-loss-strengths = { $count ->
    [one] не записана { $count } сильная сторона
    [few] не записаны { $count } сильные стороны
   *[other] не записано { $count } сильных сторон
}
exchange-loss-opportunities = { $count ->
    [one] не записана { $count } возможность
    [few] не записаны { $count } возможности
   *[other] не записано { $count } возможностей
}
exchange-loss-evidence = { $count ->
    [one] не записан { $count } источник
    [few] не записаны { $count } источника
   *[other] не записано { $count } источников
}
exchange-loss-metrics = { $count ->
    [one] не записана { $count } метрика
    [few] не записаны { $count } метрики
   *[other] не записано { $count } метрик
}
exchange-loss-notes = аудит, презентация, заметки воркшопа и комментарии не записаны
