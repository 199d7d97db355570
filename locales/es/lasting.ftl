# Lo que ha de perdurar, y dónde vive.
lasting-title = Hacer que perdure
lasting-lede = Lo que solo vive en la cabeza de la gente se va con ella. Se quedan con una lista de lo que sirve y del papel donde ya está escrito.
lasting-guide = Cómo se hace este paso
lasting-add = Agregar lo que sirve
lasting-none-title = Aún no hay nada en la lista
lasting-none = Empiece con una forma de trabajar que echarían de menos.
lasting-deeper = Qué tan hondo está cada cosa, ciclo por ciclo
lasting-name = Lo que sirve
lasting-name-hint = Como: Una hora libre para cada docente nuevo.
lasting-home = Dónde ha de vivir
lasting-home-hint = El texto de un contrato lo escribe quien negocia, nunca se escribe aquí.
lasting-home-board-policy = Norma de la junta
lasting-home-budget = Presupuesto
lasting-home-calendar = Calendario
lasting-home-contract = Contrato
lasting-home-job-description = Descripción del puesto
lasting-home-onboarding = Cómo empieza la gente nueva
lasting-shown-by = Qué muestra que se probó
lasting-shown-by-hint = Como: notas del equipo de liderazgo.
lasting-document = El documento
lasting-document-hint = Su nombre y número, como: Norma 4120 de la junta.
lasting-day = Fecha en el documento
lasting-tested = Probado
lasting-proposed = Propuesto
lasting-adopted = Adoptado
lasting-in-force = Vigente
lasting-ended = Ya no se hace
lasting-each-side = Cada parte debe decir que sí.
lasting-move-of = { $document }, { $day } · ciclo { NUMBER($cycle) }
lasting-next-move = Llevarlo un paso más lejos
lasting-new-title = Agregar lo que sirve
lasting-new-lede = Empieza como probado. De ahí va más hondo, un paso a la vez.
lasting-save = Ponerlo en la lista
lasting-back = Volver a la lista
lasting-stands = Ahora: { $state }.
lasting-to = ¿Qué paso sigue ahora?
lasting-move = Anotar este paso
lasting-added = Está en la lista, como probado.
lasting-moved = El paso está anotado.
lasting-legal = Una lista de trabajo. No es negociación y por sí sola no cambia contrato, norma ni presupuesto.
lasting-no-home = Elija dónde ha de vivir.
lasting-no-day = Dé la fecha que lleva el documento.
lasting-no-day-ahead = Ese día aún no llega.
lasting-no-move = Desde donde está no pasa a eso.
lasting-no-pending = Ahora mismo se pregunta a las partes.
lasting-no-same-name = Ya hay algo con ese nombre en la lista.
lasting-record-moved = { $who } anotó un paso para que algo perdure: { $state ->
    [tested] probado
    [proposed] propuesto
    [adopted] adoptado por cada parte
    [in-force] vigente
   *[other] ya no se hace
} ({ $day }).
