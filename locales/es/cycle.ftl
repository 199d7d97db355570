# Los ciclos, su cierre, y un largo silencio.
cycle-title = Los ciclos
cycle-number = Ciclo { NUMBER($cycle) }
cycle-lede = Cada vuelta llega un poco más hondo. Se quedan con un final limpio y con un comienzo que no olvida nada.
cycle-guide = Cómo se hace este paso
cycle-since = Desde el { $day }
cycle-closed-agreed = Del { $begun } al { $closed }. Cada parte confirmó su final.
cycle-closed-by-one-side = Del { $begun } al { $closed }. Lo cerró una sola parte.
cycle-taken-over = Lo que viene del ciclo anterior
cycle-compare = Los ciclos, uno al lado del otro
cycle-compare-what = Cuántas de cada una, ciclo por ciclo
cycle-counted = Se cuenta
cycle-content-successes = Lo que hicimos: salió bien
cycle-content-challenges = Lo que hicimos: todavía cuesta
cycle-process-successes = Cómo trabajamos: salió bien
cycle-process-challenges = Cómo trabajamos: todavía cuesta
cycle-lessons = Lecciones en la biblioteca
cycle-moves = Pasos para que algo perdure
cycle-in-force = Vigente entonces
cycle-all = Todos los ciclos
cycle-handed-on = { $count ->
    [one] Una cosa pasó al ciclo siguiente
   *[other] { $count } cosas pasaron al ciclo siguiente
}
cycle-kind-challenge = Todavía cuesta
cycle-kind-structure = Para que perdure
cycle-kind-action = Tarea aún abierta
cycle-kind-goal = Meta aún no alcanzada
cycle-left = { $count ->
    [one] Una cosa se quedó atrás
   *[other] { $count } cosas se quedaron atrás
}
cycle-kind-need = Apoyo que aún hace falta
cycle-kind-decision = Decisión a la que volver
cycle-kind-own = Con sus palabras
cycle-why-action = Aún sin hacer. Para el { $day }.
cycle-why-goal-agreed = Cada parte la aceptó. Nadie ha dicho que esté alcanzada.
cycle-why-goal-open = No la ha aceptado aún cada parte.
cycle-why-need-open = Nadie ha ofrecido ayuda aún.
cycle-why-need-offered = Una oferta espera respuesta.
cycle-why-need-agreed = La ayuda está prometida. Aún no ha llegado.
cycle-why-again = Por preguntar otra vez. No hubo acuerdo.
cycle-why-again-on = Por preguntar otra vez el { $day }. No hubo acuerdo.
cycle-why-review = Por revisar el { $day }.
cycle-why-still-hard = Ustedes escribieron que todavía cuesta.
cycle-why-not-in-force = Aún no está vigente.
cycle-carry = Que siga
cycle-leave = Dejarlo aquí
cycle-choose = Diga si sigue.
cycle-close-means = Lo que sigue conserva su página y todo lo que se dijo. Lo que deja aquí ya no espera a nadie. Su página cuenta en qué ciclo quedó.
cycle-list-title = Lo que sigue y lo que se queda
cycle-list-says = Cada parte lee esta misma lista. Lo que se añade después queda abierto.
cycle-going-on = Siguen: { NUMBER($count) }
cycle-staying = Se quedan atrás: { NUMBER($count) }
cycle-passed-on = Pasó del ciclo { NUMBER($from) } al ciclo { NUMBER($to) }
cycle-left-in = Quedó atrás al final del ciclo { NUMBER($cycle) }
cycle-no-undecided = Diga de cada cosa de la lista si sigue.
cycle-close-title = Cerrar el ciclo { NUMBER($cycle) }
cycle-close-lede = Diga de cada cosa si sigue. Cada parte lo confirma, y el ciclo siguiente se abre con lo que eligió.
cycle-not-agreed = Cada parte aún no está de acuerdo con lo que aprendieron. De todos modos puede cerrar el ciclo.
cycle-own = Qué más sigue
cycle-own-hint = Una cosa por línea.
cycle-close-button = Preguntar a las demás partes
cycle-back = Volver a los ciclos
cycle-no-proposed = El final de este ciclo ya está propuesto.
cycle-no-gone = Algo de lo que eligió ya no está. Mire la lista otra vez.
cycle-quiet-title = Noventa días sin reunión
cycle-quiet-what = La última señal de trabajo fue el { $last }. Preguntamos a cada parte el { $on }: ¿seguir, descansar o terminar?
cycle-quiet-unanswered = no ha respondido.
cycle-quiet-silence = Si no hay respuesta, nada cambia.
cycle-quiet-continue = Seguir
cycle-quiet-pause = Descansar un tiempo
cycle-quiet-end = Terminar
cycle-quiet-answered = Su respuesta está anotada. Para descansar o terminar hace falta el sí de cada parte.
cycle-quiet-waiting = Diga si quiere seguir, descansar o terminar
cycle-quiet-letter-subject = { $partnership }: ¿seguir, descansar o terminar?
cycle-quiet-letter = No se reúnen desde el { $day }. Eso pasa. Diga por favor si su parte quiere seguir, descansar o terminar. Si no hay respuesta, nada cambia.
cycle-record-closed-agreed = Todas las partes cerraron el ciclo { $cycle }. Cosas que siguen: { $carried }. Se quedan atrás: { $left }.
cycle-record-closed-one-side = Una sola parte cerró el ciclo { $cycle }. Cosas que siguen: { $carried }. Se quedan atrás: { $left }.
cycle-record-begun = Empezó el ciclo { $cycle }.
cycle-record-quiet-asked = Se preguntó a cada parte, después de noventa días sin reunión: ¿seguir, descansar o terminar?
cycle-record-quiet-answered = { $who } respondió por { $party } después de un largo silencio: { $answer ->
    [continue] seguir
    [pause] descansar
   *[other] terminar
}.
cycle-record-agreed = Cada parte estuvo de acuerdo con lo que se aprendió en el ciclo { $cycle }.
cycle-end-title = Terminar este ciclo
cycle-end-none = No hay nada sin terminar en la lista.
cycle-end-open = { $count ->
    [one] Una cosa está sin terminar. Antes usted dice si sigue.
   *[other] { $count } cosas están sin terminar. Antes usted dice de cada una si sigue.
}
