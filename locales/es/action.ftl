# Tareas: quién hace qué y para cuándo.
action-title = Quién hace qué y para cuándo
action-lede = Lo que cada quien tomó a su cargo, primero lo atrasado. Nada sale de esta lista sin una explicación.
action-none = No hay nada pendiente
action-none-says = Lo que se toma a cargo en una reunión aparece aquí.
action-gone = Esta persona ya no tiene un lugar aquí. Déselo a otra o déjelo.
action-due-on = para el { $day }
action-moved = { $count ->
    [one] se movió una vez
   *[other] se movió { $count } veces
}
action-late = { $days ->
    [one] un día de atraso
   *[other] { $days } días de atraso
}
action-today = hoy
action-ahead = { $days ->
    [one] en un día
   *[other] en { $days } días
}
action-state-done = Hecho
action-state-dropped = Dejado
action-taken-on = a cargo desde el { $day }
action-add = Tomar algo a cargo
action-take = Tomarlo a cargo
action-what = ¿Qué hay que hacer?
action-owner = ¿Quién lo hace?
action-due = ¿Para cuándo?
action-settled = { $count ->
    [one] Uno está resuelto
   *[other] { $count } están resueltos
}
action-by = { $name }, para el { $day }
action-one-title = Una tarea
action-from-meeting = La reunión de la que viene
action-from-decision = La decisión que cumple
action-what-became = ¿Qué pasó con esto?
action-move = Mover la fecha
action-move-means = Diga por qué e indique una fecha nueva.
action-drop = Dejarlo
action-drop-means = Diga por qué. Queda en la lista como dejado.
action-new-due = Fecha nueva
action-new-due-hint = Solo si la mueve.
action-why = ¿Por qué?
action-why-hint = Hace falta para mover o dejar.
action-back = Todas las tareas
action-done-taken = Está en la lista.
action-done-settled = La lista está al día.
action-wait = Usted tomó esto a cargo: { $what }
action-no-owner = Elija quién lo hace.
action-no-due = Indique una fecha.
action-no-past = Ese día ya pasó. Elija uno posterior.
action-no-settled = Otra persona lo cambió antes. Vuelva a mirarlo.
action-no-reason = Diga por qué en una frase.
action-no-choice = Elija qué pasó.
action-record-added = { $who } anotó una tarea para el { $day }.
action-record-done = { $who } dice que una tarea está hecha.
action-record-moved = { $who } movió una tarea al { $day }, con un motivo.
action-record-dropped = { $who } dejó una tarea, con un motivo.
action-for-decision = Para esta decisión
