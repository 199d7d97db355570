# Reuniones: planear, estar ahí, conducir una, actas.
meeting-title = Reuniones
meeting-lede = Conversar para llegar a algo: una agenda, un turno justo para cada parte y lo que resultó.
meeting-guide = Lea la guía de este paso
meeting-to-actions = Quién hace qué y para cuándo
meeting-to-calendar = Poner las reuniones en mi calendario
meeting-plan = Planear una reunión
meeting-none = Todavía no hay reuniones
meeting-none-says = Planee la primera. Bastan treinta minutos y una pregunta.
meeting-list-running = En curso
meeting-list-ahead = Por venir
meeting-list-held = Celebradas
meeting-when = { $day }, { $time }, { $minutes } minutos
meeting-everybody = Toda la alianza
meeting-state-draft = planeada
meeting-state-open = convocada
meeting-state-running = en curso
meeting-state-closed = acta abierta
meeting-state-approved = acta confirmada
meeting-state-unconfirmed = sin confirmar por todos
meeting-state-cancelled = suspendida
meeting-plan-title = Planear una reunión
meeting-plan-lede = Todavía no se avisa a nadie. Primero agregue la agenda y después verá quién se va a enterar.
meeting-field-title = ¿Cómo se llama?
meeting-field-title-hint = Por ejemplo: Reunión de octubre
meeting-field-team = ¿Quiénes se reúnen?
meeting-field-day = Día
meeting-field-time = Comienza
meeting-field-zone = Según los relojes de { $zone }.
meeting-field-minutes = ¿Cuántos minutos?
meeting-field-place = ¿Dónde?
meeting-field-place-hint = Una sala o un enlace para entrar.
meeting-done-planned = La reunión está planeada. Todavía no se ha avisado a nadie.
meeting-no-day = Indique el día de la reunión.
meeting-no-time = Indique la hora en que comienza.
meeting-no-past = Ese día ya pasó. Elija uno posterior.
meeting-no-too-far = Elija un día dentro de los próximos dos años.
meeting-no-minutes = Indique entre 5 y 600 minutos.
meeting-no-team = Ese equipo ya no existe. Elija otro.
meeting-no-person = Esa persona ya no tiene un lugar aquí. Elija otra.
meeting-no-not-now = La reunión ya avanzó. Esto no se puede hacer ahora. Vuelva a mirar la página.
meeting-no-items = Ponga primero al menos un punto en la agenda.
meeting-no-purpose = Diga para qué es el punto.
meeting-no-item-minutes = Indique entre 1 y 240 minutos.
meeting-no-code = Ese no es el código de la sala. Mire la pantalla o pregunte a quien conduce la reunión.
meeting-no-not-merged = Todavía hay dos textos uno junto al otro. Deje lo que debe quedar y quite las líneas marcadas.
meeting-no-answered = Su parte ya respondió.
meeting-no-days = Indique entre 3 y 30 días.
meeting-no-choice = Elija una opción.
meeting-no-line = Escriba quién, qué y para cuándo. Por ejemplo: Ana: llamar a la imprenta para el viernes
meeting-no-under = Se está hablando de este punto ahora. Pase primero al siguiente.
meeting-purpose-inform = Informar
meeting-purpose-discuss = Conversar
meeting-purpose-decide = Decidir
meeting-asks-inform = Escuche y pregunte lo que no entienda.
meeting-asks-discuss = Diga qué le importa y por qué. Todavía no se acuerda nada.
meeting-asks-decide = Diga su postura, por su parte.
meeting-presence-room = En la sala
meeting-presence-remote = A distancia
meeting-presence-excused = No puede venir
meeting-presence-room-means = Escriba el código que ve en la sala.
meeting-reason-team = Tiene un lugar en el equipo que se reúne.
meeting-reason-seat = Tiene un lugar en la alianza.
meeting-reason-task = Tiene una tarea en esta reunión.
meeting-seed-actions = Quién hizo qué y qué está atrasado
meeting-wait-running = Entre: { $title } está en curso
meeting-wait-minutes = Lea y confirme el acta: { $title }
meeting-letter-subject = { $name }: { $meeting }
meeting-letter-body =
    Le pedimos que venga a: { $meeting }
    { $when }
    { $place }
    Por qué le avisamos: { $reason }
    Puede ponerla en su calendario desde esta carta. La agenda está en esta página:
meeting-letter-off-subject = { $name }: se suspende: { $meeting }
meeting-letter-off-body =
    Esta reunión no se celebra: { $meeting }
    { $when }
meeting-letter-minutes-subject = { $name }: ¿es correcta esta acta? { $meeting }
meeting-letter-minutes-body = El acta está escrita: { $meeting }. Léala y confírmela por su parte, o diga qué está mal, a más tardar el { $day }. Si no hay respuesta hasta entonces, se publica como no confirmada por su parte.
meeting-no-side = Sin parte
meeting-over-by = { $minutes ->
    [one] un minuto de más
   *[other] { $minutes } minutos de más
}
meeting-left = { $minutes ->
    [one] queda un minuto
   *[other] quedan { $minutes } minutos
}
meeting-until = Termina: { $time }
meeting-minutes = { $count ->
    [one] un minuto
   *[other] { $count } minutos
}
meeting-item-now = ahora
meeting-item-done = hecho
meeting-item-left = pendiente
meeting-item-parked = apartado
meeting-item-planned = por venir
meeting-all-spoke = todos hablaron
meeting-none-spoke = nadie ha hablado todavía
meeting-some-quiet = { $count ->
    [one] una persona no ha hablado todavía
   *[other] { $count } no han hablado todavía
}
meeting-say-open = Bienvenidos. Estamos aquí como iguales. Primero, una frase de cada quien: ¿qué espera de hoy?
meeting-say-inform = Esto es para informar. Guarde sus preguntas para el final y después hágalas todas.
meeting-say-inform-half = Pasó la mitad del tiempo. ¿Qué no está claro todavía?
meeting-say-discuss = Ahora pensamos juntos. Todavía no decidimos nada. Hagamos una ronda: cada quien habla antes de que alguien hable dos veces.
meeting-say-discuss-half = Pasó la mitad del tiempo. ¿Quién no ha hablado? ¿Qué oímos de cada parte?
meeting-say-decide = Esta es la pregunta. La leo una vez en voz alta. Después cada quien responde a solas y en silencio, y vemos todas las respuestas a la vez.
meeting-say-decide-half = Si todavía no llegamos: ¿qué tendría que cambiar para que usted diga que sí?
meeting-say-over = Se acabó el tiempo para esto. ¿Tomamos cinco minutos del punto siguiente, o lo apartamos?
meeting-say-end = Llegamos al final. Leamos en voz alta lo que acordamos, y quién hace qué y para cuándo.
meeting-say-end-round = Una última ronda: ¿qué salió bien y qué cambiamos la próxima vez?
meeting-nobody-yet = nadie todavía
meeting-confirmed = la confirmó por medio de { $name } el { $day }.
meeting-objected = dice que algo está mal ({ $name }, { $day }): { $reason }
meeting-awaited = no ha respondido. Hasta el { $day }; sin respuesta, se publica como no confirmada por esta parte.
meeting-silent = no la confirmó.
meeting-norms-yes = Sí
meeting-norms-partly = En parte
meeting-norms-no = No
meeting-done-present = Anotamos cómo participa.
meeting-done-look = Gracias. Su mirada atrás ya se puede leer.
meeting-done-asked = Se pidió a cada parte que confirme el acta.
meeting-done-answered = La respuesta de su parte quedó anotada.
meeting-done-begun = La reunión comenzó.
meeting-done-closed = La reunión está cerrada. Revise las notas y después pida a cada parte que las confirme.
meeting-done-taken = Anotado: { $line }
meeting-done-invited = { $people ->
    [one] Se avisó a una persona.
   *[other] Se avisó a { $people } personas.
}
meeting-done-off = La reunión se suspendió. También se avisó a quienes ya sabían de ella.
meeting-done-item = Está en la agenda.
meeting-done-item-changed = El punto cambió.
meeting-done-changed = El plan cambió. Avise de nuevo si la gente debe saberlo.
meeting-done-notes = Sus notas quedaron guardadas.
meeting-merge-theirs = Lo que escribió otra persona:
meeting-merge-yours = Lo que usted escribió:
meeting-merge-end = Fin
meeting-invite-title = Quiénes se van a enterar de esta reunión
meeting-invite-lede = { $count ->
    [one] Una persona recibe una carta con una invitación para su calendario. Todavía no se ha enviado nada.
   *[other] { $count } personas reciben una carta cada una, con una invitación para su calendario. Todavía no se ha enviado nada.
}
meeting-hearers-title = Los nombres y por qué se entera cada quien
meeting-invite-send = { $count ->
    [one] Enviar la carta
   *[other] Enviar { $count } cartas
}
meeting-agenda = Agenda
meeting-agenda-none = Todavía no hay nada en la agenda. Agregue el primer punto.
meeting-brought-by = lo trae { $name }
meeting-write-notes = Escribir notas
meeting-up = Antes
meeting-down = Después
meeting-park = Apartar
meeting-off = Quitar
meeting-change = Cambiar
meeting-up-of = Antes: { $title }
meeting-down-of = Después: { $title }
meeting-park-of = Apartar: { $title }
meeting-off-of = Quitar: { $title }
meeting-change-of = Cambiar: { $title }
meeting-back-of = Poner en la agenda: { $title }
meeting-total = Están planeados { $asked } de { $given } minutos.
meeting-too-long = { $over ->
    [one] Es un minuto de más.
   *[other] Son { $over } minutos de más.
}
meeting-parking = Apartado para otro día
meeting-put-back = Poner en la agenda
meeting-from-earlier = De una reunión anterior
meeting-add-item = Poner algo en la agenda
meeting-agreed = Lo que ha resultado hasta ahora
meeting-agreed-none = Nada todavía.
meeting-actions = Quién hace qué y para cuándo
meeting-yours = suya
meeting-line = Quién hace qué y para cuándo, en una línea
meeting-line-hint = Por ejemplo: Ana: llamar a la imprenta para el viernes
meeting-line-take = Anotarlo
meeting-to-run = Conducir la reunión
meeting-item-of = Punto { $number } de { $count }
meeting-you-bring = Usted trae este punto. Usted comienza.
meeting-agenda-done = La agenda está terminada
meeting-next-is = Sigue: { $title }
meeting-check-again = Volver a mirar
meeting-you-are = Usted participa: { $how }.
meeting-present-title = ¿Está aquí?
meeting-present-how = ¿Cómo participa?
meeting-present-code = El código de la sala
meeting-present-code-hint = Cuatro letras, en la pantalla o en la pared. Solo si está en la sala.
meeting-present-send = Decir cómo participo
meeting-notes = Notas
meeting-notes-said = Lo que se dijo
meeting-notes-hint = Todos pueden escribir. Lo que escriben varias personas se junta.
meeting-notes-outcome = Lo que resultó
meeting-outcome-hint = Una frase que cada parte diría que es correcta.
meeting-notes-save = Guardar las notas
meeting-draft-says = Todavía no se ha avisado a nadie de esta reunión.
meeting-facilitator = La conduce
meeting-recorder = Escribe
meeting-timekeeper = Cuida el tiempo
meeting-to-invite = Ver quiénes se enteran e invitar
meeting-begin = Comenzar la reunión
meeting-to-tell-again = Avisar de nuevo
meeting-to-edit = Cambiar el plan
meeting-cannot-come = No puedo venir
meeting-minutes-title = Acta
meeting-minutes-approved = Cada parte confirmó esta acta. Ya no cambia nada en ella.
meeting-minutes-unconfirmed = Esta acta está publicada y no todas las partes la confirmaron. Ya no cambia nada en ella.
meeting-minutes-open = Las notas todavía se pueden corregir. Después se pide a cada parte que las confirme.
meeting-minutes-asked = Se pregunta a cada parte si esta acta es correcta. Si cambian las notas, se pregunta de nuevo a cada parte.
meeting-minutes-confirm = Confirmarla por mi parte
meeting-minutes-reason = Si algo está mal: ¿qué?
meeting-minutes-object = Decir que algo está mal
meeting-minutes-days = Días para responder
meeting-minutes-days-hint = De 3 a 30. Los líderes de cada parte reciben una carta. Quien no diga nada hasta entonces no ha confirmado.
meeting-minutes-ask = Pedir a cada parte que confirme
meeting-who-came = Quiénes estuvieron
meeting-away = No estuvieron
meeting-look-title = Mirada atrás
meeting-look-norms-short = Cumplimos nuestras normas:
meeting-look-back = Mirar atrás en medio minuto
meeting-look-says = Lo pueden leer todos los que tienen un lugar aquí, con su nombre. No escriba sobre una persona.
meeting-look-norms = ¿Nos tratamos como queremos?
meeting-look-plus = ¿Qué salió bien?
meeting-look-delta = ¿Qué deberíamos cambiar?
meeting-look-send = Enviar mi mirada atrás
meeting-to-print = Imprimir
meeting-call-off = Suspender la reunión
meeting-call-off-why = ¿Por qué?
meeting-call-off-hint = Quienes ya saben de la reunión reciben otra carta.
meeting-run-title = Conducir: { $title }
meeting-not-running = La reunión no está en curso.
meeting-now = Ahora
meeting-behind = { $minutes ->
    [one] Lleva un minuto de retraso.
   *[other] Lleva { $minutes } minutos de retraso.
}
meeting-go-next = Seguir: { $title }
meeting-go-end = Seguir al final
meeting-close = Cerrar la reunión
meeting-close-now = Cerrar la reunión ahora
meeting-decide = Preguntar a cada parte
meeting-say-this = Puede decir
meeting-turns = Quiénes no han hablado
meeting-turns-hint = Toque un nombre cuando hable. Solo lo ven quienes conducen la reunión. Se olvida al cerrar la reunión.
meeting-turns-none = Todavía no se marcó a nadie como presente.
meeting-turns-of = { $count ->
    [0] todavía no
    [one] una vez
   *[other] { $count } veces
}
meeting-go-to = Ir aquí
meeting-go-to-of = Ir aquí: { $title }
meeting-code-title = El código de esta sala
meeting-code-hint = Muéstrelo o escríbalo en la pared. Quien lo escriba queda como presente.
meeting-mark-title = Marcar quiénes están ({ $came } de { $seats })
meeting-mark-room-of = En la sala: { $name }
meeting-mark-remote-of = A distancia: { $name }
meeting-to-room = Ver la sala como la ven los miembros
meeting-notes-title = Notas: { $title }
meeting-notes-lede = Si se va la red, lo que escriba queda en este navegador.
meeting-clash = Otra persona cambió las mismas palabras. Las dos están abajo, entre líneas que comienzan con { $mark }. Deje lo que debe quedar, quite esas líneas y guarde.
meeting-item-title = Cambiar un punto
meeting-item-field = ¿De qué trata?
meeting-item-hint = Lo mejor es una pregunta. Por ejemplo: ¿Cómo recibimos al personal docente nuevo?
meeting-item-purpose = ¿Para qué es?
meeting-item-owner = ¿Quién lo trae?
meeting-stale = Otra persona lo cambió antes. Ahora dice lo que está aquí. Sus propias palabras están abajo. Guárdelas si deben quedar.
meeting-edit-title = Cambiar el plan
meeting-tasks = Quién hace qué ese día
meeting-turn-of = Las tareas se turnan. Le toca a { $party } conducir la reunión.
meeting-facilitator-hint = Quien la conduce ayuda a que se oiga a todas las partes. No empuja su propia opinión.
meeting-line-title = Diga quién y para cuándo
meeting-line-lede = No todo en la línea era claro. Complétela y quedará anotada.
meeting-legal = Un acuerdo de trabajo. No es negociación colectiva, no renuncia a ningún derecho ni crea práctica establecida.
meeting-record-called = { $who } convocó la reunión «{ $meeting }» para el { $day }.
meeting-record-moved = { $who } avisó de nuevo de la reunión «{ $meeting }» ({ $day }).
meeting-record-off = { $who } suspendió la reunión «{ $meeting }».
meeting-record-held = La reunión «{ $meeting }» se celebró el { $day }; presentes: { $present }.
meeting-record-asked = { $who } pidió a cada parte que confirme el acta de «{ $meeting }».
meeting-record-confirmed = { $who } confirmó el acta de «{ $meeting }» por { $party }.
meeting-record-objected = { $who } dijo por { $party } que algo en el acta de «{ $meeting }» está mal.
meeting-record-approved = Cada parte confirmó el acta de «{ $meeting }».
meeting-record-unconfirmed = El acta de «{ $meeting }» está publicada, sin confirmar por { $without }.
meeting-decisions = Preguntas hechas aquí
meeting-say-past-end = Ya pasó nuestra hora. ¿Cerramos ahora y llevamos lo demás a la próxima reunión?
meeting-list-due = ¿Se celebró?
