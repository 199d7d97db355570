# La carta con lo pendiente y lo nuevo: cuándo llega, qué deja fuera y cómo pararla.
digest-title = Cartas con lo nuevo
digest-lede = Una sola carta con lo que espera por usted y lo que hicieron otros. Llega solo en sus días, y nunca si no hay nada que contar.
digest-days = En estos días
digest-days-hint = Si no elige ninguno, esta carta no llega.
digest-monday = Lunes
digest-tuesday = Martes
digest-wednesday = Miércoles
digest-thursday = Jueves
digest-friday = Viernes
digest-saturday = Sábado
digest-sunday = Domingo
digest-hour = Enviarla a esta hora o después
digest-hour-hint = Según el reloj de { $zone }. Tiene que estar fuera de sus horas tranquilas.
digest-quiet-from = Sin correos desde
digest-quiet-until = Sin correos hasta
digest-without = Dejar fuera
digest-without-hint = Lo que deja fuera sigue en sus páginas. Solo que no le llega carta sobre eso.
digest-things = Dejar fuera cosas sueltas
digest-thing-older = Algo de antes que usted dejó fuera
digest-save = Guardar
digest-saved = Guardado. Su próxima carta sigue este plan.
digest-other-letters = Las cartas que le piden una respuesta con fecha, como una firma, llegan enseguida y no son parte de esto.
digest-no-hour-quiet = Esa hora cae en sus horas de silencio. Elija otra.
digest-no-hour-wrong = Elija una hora de la lista.
digest-topic-meetings = Reuniones
digest-topic-decisions = Decisiones y acciones
digest-topic-prepare = El porqué, los aliados, las metas y el compromiso
digest-topic-teams = Equipos, proyectos y apoyo
digest-topic-reflect = Lo que funcionó, lecciones y ciclos
digest-topic-crisis = Una crisis
digest-topic-people = Personas y lo que es de todos
digest-subject-waits = { $count ->
    [one] Una cosa espera por usted: { $places }
   *[other] { $count } cosas esperan por usted: { $places }
}
digest-subject = Lo nuevo: { $places }
digest-waits = Espera por usted
digest-changed = Lo que hicieron otros
digest-other = { $count ->
    [one] Un cambio más
   *[other] { $count } cambios más
}
digest-more = { $count ->
    [one] y uno más
   *[other] y { $count } más
}
digest-foot =
    Elija sus días, o deje cosas fuera: { $settings }
    Pare estas cartas con un clic: { $stop }
digest-off-title = Parar estas cartas
digest-off-ask = Ya no le llegarán cartas con lo nuevo. Las que le piden una respuesta con fecha sí llegan.
digest-off-do = Parar las cartas
digest-off-done = Listo. Ya no llegarán más de estas cartas.
digest-off-instead = Elegir otros días, o dejar cosas fuera
digest-account = Elegir cuándo llegan las cartas
