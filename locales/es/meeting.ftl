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
meeting-field-zone = Según el reloj de { $zone }.
meeting-field-minutes = ¿Cuántos minutos?
meeting-field-place = ¿Dónde?
meeting-field-place-hint = Una sala o un enlace para entrar.
meeting-done-planned = La reunión está planeada. Ahora ponga algo en su agenda.
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
meeting-no-code = Escriba el código que ve en la sala, o elija «A distancia». Quien conduce la reunión le puede decir el código.
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
meeting-asks-decide = La pregunta se lee en voz alta. Cada persona responde a solas, y todas las respuestas se muestran a la vez.
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
meeting-for-item = para este punto
meeting-until = La reunión termina: { $time }
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
meeting-confirmed = la confirmó, por medio de { $by }, el { $day }.
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
meeting-invite-again = { $count ->
    [one] De esta reunión ya se avisó. Una persona recibe una carta más, con una nueva invitación para su calendario.
   *[other] De esta reunión ya se avisó. { $count } personas reciben una carta más cada una, con una nueva invitación para su calendario.
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
meeting-asked-title = Lo que se le pide
meeting-answer-now = Responda ahora:
meeting-you-bring = Usted trae este punto. Usted comienza.
meeting-agenda-done = La agenda está terminada
meeting-next-is = Sigue: { $title }
meeting-check-again = Cargar de nuevo esta página
meeting-you-are = Usted participa: { $how }.
meeting-present-title = ¿Está aquí?
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
meeting-away = Sin marca de presencia
meeting-look-title = Mirada atrás
meeting-look-back = Mirar atrás en medio minuto
meeting-look-says = Lo que escriba abajo queda con su nombre, a la vista de todos los que tienen un lugar aquí. No escriba sobre una persona.
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
    [one] la reunión entera va un minuto atrasada
   *[other] la reunión entera va { $minutes } minutos atrasada
}
meeting-go-next = Seguir: { $title }
meeting-go-end = Seguir al final
meeting-close = Cerrar la reunión
meeting-close-title = Cerrar la reunión
meeting-close-says = Una reunión cerrada no se puede abrir otra vez. Lo que quede espera a la siguiente.
meeting-close-left = { $count ->
    [one] De un punto no se ha hablado.
   *[other] De { $count } puntos no se ha hablado.
}
meeting-close-bare = { $count ->
    [one] Un punto no tiene resultado escrito.
   *[other] { $count } puntos no tienen resultado escrito.
}
meeting-mark-others = { $count ->
    [one] Otra persona que tiene un lugar aquí
   *[other] Otras { $count } personas que tienen un lugar aquí
}
meeting-begin-early = Comenzar antes de su hora
meeting-begin-early-says = Esta reunión está fijada para { $when }. Todos los avisados la esperan entonces.
meeting-close-now = Cerrar la reunión ahora
meeting-decide = Pedir una respuesta a cada parte
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
meeting-code-title = Código de esta sala
meeting-mark-title = Marcar quiénes están ({ $came } de { $seats })
meeting-to-room = Ver la sala como la ven los miembros
meeting-notes-title = Notas: { $title }
meeting-notes-lede = Si se va la red, lo que escriba queda en este navegador.
meeting-clash = Otra persona cambió las mismas palabras mientras usted escribía. Aquí se muestran los dos textos, y ambos están en el recuadro, cada uno bajo una línea que empieza con { $mark }. Deje lo que deba quedar, quite esas líneas y guarde.
meeting-item-title = Cambiar un punto
meeting-item-field = ¿De qué trata?
meeting-item-hint = Lo mejor es una pregunta. Por ejemplo: ¿Cómo recibimos al personal docente nuevo?
meeting-item-purpose = ¿Para qué es?
meeting-item-owner = ¿Quién lo trae?
meeting-stale = Otra persona lo cambió antes. Ahora dice lo que está aquí. Sus propias palabras están abajo. Guárdelas si deben quedar.
meeting-edit-title = Cambiar el plan
meeting-tasks = Quién hace qué ese día
meeting-turn-of = Las tareas se turnan. Por turno le tocaría a { $party } conducirla esta vez.
meeting-facilitator-hint = Quien la conduce ayuda a que se oiga a todas las partes. No empuja su propia opinión.
meeting-line-title = Diga quién y para cuándo
meeting-line-lede = Todavía no se anotó nada. Complete lo que falta.
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
meeting-norms-title = { $count ->
    [one] Cómo acordamos trabajar: una norma
   *[other] Cómo acordamos trabajar: { $count } normas
}
meeting-norms-charter = Los acuerdos completos
meeting-people-title = Marcar quiénes están
meeting-people-lede = Marque los nombres y después indique cómo participan. Puede marcar muchos a la vez.
meeting-no-nobody = Marque al menos un nombre.
meeting-done-marked = { $count ->
    [one] Se marcó a una persona.
   *[other] Se marcó a { $count } personas.
}
meeting-done-held = Se celebró. Ahora escriba qué resultó y después pregunte a cada parte si el acta es correcta.
meeting-line-no-name = La línea no dice quién lo hace.
meeting-line-unknown = Aquí no conocemos a nadie que se llame «{ $name }». Elija un nombre de la lista.
meeting-line-several = Aquí hay más de una persona que se llama «{ $name }». Elija a quién se refiere.
meeting-line-no-day = La línea no dice para qué día.
meeting-away-many = { $count ->
    [one] una persona convocada
   *[other] { $count } personas convocadas
}
meeting-item-bare = sin resultado aún
meeting-look-share = Parte que dijo que nos tratamos como queremos: { $share }
meeting-look-norms-hint = Esta respuesta nunca se muestra con su nombre. Cuando el acta quede cerrada, se muestra como una parte aproximada, si respondieron diez o más.
meeting-item-elsewhere = Moverlo
meeting-park-means = Espera a una reunión posterior.
meeting-off-means = Sale de esta agenda y no vuelve.
meeting-off-title = ¿Quitar este punto?
meeting-off-says = Sale de la agenda para todos y no vuelve por sí solo. «Apartar» lo guarda para una reunión posterior.
meeting-off-owner = { $name } lo trae y nosotros no le preguntamos. Hable antes con esa persona.
meeting-mend-notes = Corregir las notas
meeting-came-of-it = Lo que resultó: { $title }
meeting-go-to-hint = «Ir aquí» trata un punto ahora. «Apartar» lo guarda para una reunión posterior.
meeting-agenda-whole = { $count ->
    [one] Toda la agenda: un punto
   *[other] Toda la agenda: { $count } puntos
}
meeting-present-change = Cambiar cómo participo
meeting-past-title = Su día ya pasó y nadie la abrió aquí. ¿Se celebró?
meeting-past-says = Si se celebró, usted escribe qué resultó y se pregunta a cada parte si es correcto.
meeting-past-other = Un líder, o quien iba a conducirla, puede decirlo aquí.
meeting-past-held = Se celebró: escribir qué resultó
meeting-past-not = No se celebró
meeting-tasks-none = Todavía nadie tiene una tarea ese día.
meeting-agreed-over = Qué resultó
meeting-list-awaits = { $sides }: se puede confirmar el acta hasta el { $day }
meeting-list-missing = sin confirmar por { $sides }
meeting-turn-free = Puede elegir a otra persona.
