# Una crisis: un equipo, cinco grupos, decisiones, la hoja, preocupaciones, mirar atrás.
crisis-title = Crisis
crisis-lede = Use esto cuando algo no puede esperar: una tormenta, una enfermedad, un edificio que no puede abrir. Las dos partes actúan juntas desde la primera hora y anotan lo que deciden.
crisis-end = Al final tienen un equipo de crisis, cinco grupos con alguien de la administración y alguien del personal, y una página que dice a las familias lo que se sabe.
crisis-guide = Leer antes las guías
crisis-playbook = Guía
crisis-name = ¿Cómo lo llaman?
crisis-name-hint = Unas palabras sencillas, como «Tormenta de hielo de enero». Las familias lo van a leer.
crisis-who-confirms = Empieza de inmediato. Después la confirma una de estas partes: { $sides }. Se avisa ahora a todos los líderes.
crisis-if-silent = Tienen 24 horas.
crisis-if-silent-then = Sin eso termina por sí sola, y el registro dice quién no confirmó. El silencio no es un sí.
crisis-activate = Empezar ahora
crisis-none = No pasa nada ahora. Quien dirige una parte que debe estar de acuerdo puede activar aquí una guía.
crisis-earlier = Antes
crisis-state-provisional = Iniciada por una parte
crisis-state-active = En marcha
crisis-state-stood-down = Cerrada
crisis-state-lapsed = Terminó sin confirmarse
crisis-state-taken-back = Se retiró
crisis-begun = La inició { $party } el { $at }
crisis-confirmed = La confirmó { $party } el { $at }
crisis-ended = Terminó el { $at }
crisis-waits = Se espera hasta el { $until } a una de: { $sides }.
crisis-lapsed = Nadie de otra parte la confirmó en 24 horas ({ $sides }), así que terminó. Lo que se escribió sigue aquí.
crisis-confirm = Confirmar por su parte
crisis-take-back = Retirarla
crisis-closing-asked = { $party } pidió el { $at } cerrarla. Termina cuando otra parte esté de acuerdo. Sin respuesta, sigue hasta su último día, el { $day }.
crisis-stand-down = Pedir que se cierre
crisis-stand-down-agree = De acuerdo: cerrarla
crisis-go-on = Seguir por ahora
crisis-how-it-ends = Cómo termina
crisis-how-it-ends-says = Dos partes la cierran juntas. Si no lo hacen, termina después del { $day }. Nada se borra.
crisis-ends-on = Último día
crisis-keep = Fijar el último día
crisis-task-force = Equipo de crisis
crisis-groups = Los cinco grupos
crisis-groups-hint = Cada parte nombra a la persona que dirige por su lado. Si un puesto está vacío, se ve, para que nadie cuente con él.
crisis-side-management = Administración
crisis-side-labor = Personal educativo
crisis-vacant = Nadie todavía
crisis-worked-on = { NUMBER($worked) } de { NUMBER($all) } preguntas trabajadas
crisis-way-overview = En resumen
crisis-way-decisions = Decisiones
crisis-way-sheet = Cuándo abrimos, limitamos y cerramos
crisis-way-situation = Mensajes a las familias
crisis-way-concerns = Preocupaciones del personal
crisis-way-after = Mirar atrás
crisis-says-open = Los números dicen: abrir
crisis-says-limit = Los números dicen: limitar
crisis-says-close = Los números dicen: cerrar
crisis-says-unknown = Los números todavía no dicen nada
crisis-told = Último mensaje el { $at }
crisis-not-told = Aún no se ha dicho nada al público
crisis-concerns-open = Diga la suya o vea las respuestas
crisis-decisions-hold = { $count ->
    [0] Ninguna vigente
    [one] Una vigente
   *[other] { $count } vigentes
}
crisis-decisions-expired = { $count ->
    [one] Una pasó su último día
   *[other] { $count } pasaron su último día
}

# Un grupo.
crisis-name-ours = Nombrar a quien dirige por nuestra parte
crisis-co-lead = Persona que dirige
crisis-co-lead-hint = Aquí solo está su propia gente. Se puede cambiar después.
crisis-name-button = Nombrar
crisis-question-title = Una pregunta clave
crisis-question = La pregunta
crisis-question-hint = Cambie las palabras si hace falta.
crisis-question-state = Cómo está
crisis-question-open = Abierta
crisis-question-answered = Respondida
crisis-question-decided = Decidida
crisis-question-revisit = Mirar otra vez
crisis-answer = Lo que sabemos
crisis-owner = Quién la responde
crisis-owned = A cargo de { $owner }
crisis-revisit-on = Mirar otra vez el
crisis-revisit-hint = Hace falta si elige «mirar otra vez».
crisis-look-again = Mirar otra vez el { $day }
crisis-add-question = ¿Falta una pregunta?
crisis-add-question-button = Agregar la pregunta

# Decisiones.
crisis-decisions-lede = Cada decisión tiene responsable, un último día y algo que la cambiaría antes. Quien dirige un grupo la anota y vale de inmediato. La otra parte agrega lo suyo.
crisis-decisions-none = Aún no hay nada decidido.
crisis-decision-title = Una decisión
crisis-decision-holds = Vigente
crisis-decision-expired = Pasó su último día
crisis-decision-ended = Terminada
crisis-decide-title = Anotar una decisión
crisis-decide-group = Quién decidió
crisis-decide-body = Lo que decidimos
crisis-decide-owner = Quién la lleva a cabo
crisis-decide-until = Último día
crisis-decide-until-hint = Después de ese día ya no vale. Se les pide mantenerla o terminarla.
crisis-decide-stance = ¿Qué dice sobre abrir?
crisis-decide-stance-hint = Elija solo si vale para todas las escuelas. Lo deciden personas, no los números.
crisis-decide-button = Anotarla
crisis-changes-on = Qué la cambiaría antes
crisis-changes-on-hint = Una señal que todos puedan ver, como «tres autobuses están atascados».
crisis-stance-none = Nada, o solo para algunas escuelas
crisis-stance-open = Abrir
crisis-stance-limit = Limitar
crisis-stance-close = Cerrar
crisis-until = hasta el { $day }
crisis-word-awaited = Aún no han dicho nada: { $sides }
crisis-who-decided = Quién lo decidió
crisis-wrote = la anotó por medio de { $by } el { $at }
crisis-agreed = estuvo de acuerdo por medio de { $by } el { $at }
crisis-objected = se opuso por medio de { $by } el { $at }
crisis-word-waits = Se espera desde el { $since } hasta el { $until }.
crisis-word-silence = Sin su palabra, queda como decisión de una parte y termina en su último día.
crisis-your-word = La palabra de su parte
crisis-agree = De acuerdo por su parte
crisis-object = Oponerse por su parte
crisis-reason = Si se opone: ¿por qué?
crisis-until-title = Mantenerla más tiempo o terminarla
crisis-until-keep = Mantenerla hasta ese día
crisis-until-end = Terminarla ahora

# La hoja.
crisis-sheet-lede = La hoja dice cuándo. Ustedes fijan los números juntos, los grupos los leen y la página muestra lo que sigue. La gente decide.
crisis-people-decided = Lo que la gente decidió: { $stance }.
crisis-nobody-decided = No hay ninguna decisión vigente sobre abrir.
crisis-when-open = Abrimos cuando se cumple todo esto
crisis-when-limit = Limitamos cuando se cumple una de estas
crisis-when-close = Cerramos cuando se cumple una de estas
crisis-less-than = menos de { NUMBER($value) }{ $unit }
crisis-more-than = más de { NUMBER($value) }{ $unit }
crisis-readings = Lecturas
crisis-reading = Nueva lectura
crisis-reading-button = Guardar la lectura
crisis-read-at = { NUMBER($value) }{ $unit }, lo leyó { $by } el { $at }
crisis-not-read = Aún no se ha leído
crisis-row-unknown = No se sabe
crisis-row-title = Una señal
crisis-row-change = Cambiar estos números
crisis-row-add = Agregar algo que observar
crisis-row-add-button = Agregarla
crisis-row-group = Qué grupo la lee
crisis-row-unit = Qué cuenta el número
crisis-row-unit-hint = Por ejemplo «de cada 100» o «escuelas».
crisis-row-worse = Va a peor cuando
crisis-worse-higher = el número sube
crisis-worse-lower = el número baja

# Preocupaciones.
crisis-concerns-lede = Diga qué le preocupa de la salud, la seguridad o el trabajo. El equipo de crisis lo ve, dice que lo vio y responde.
crisis-concerns-who = Lleva su nombre. Solo lo leen usted y el equipo de crisis: los líderes de las partes que deben estar de acuerdo y quienes dirigen los grupos. Quien administra este servidor también podría leerlo. Nadie puede reprochárselo.
crisis-concerns-none = No hay preocupaciones que mostrar.
crisis-concern = ¿Qué le preocupa?
crisis-concern-hint = Diga dónde y qué ayudaría. No nombre a estudiantes.
crisis-concern-button = Mandarla al equipo de crisis
crisis-concern-title = Una preocupación
crisis-concern-waits = Aún no se ha visto
crisis-concern-seen = Vista
crisis-concern-answered = Respondida
crisis-seen-by = La vio { $by } el { $at }
crisis-answered-by = La respondió { $by } el { $at }
crisis-concern-reply = Su respuesta
crisis-concern-reply-hint = Déjela vacía para decir solo que se vio.
crisis-concern-reply-button = Guardar

# Mirar atrás.
crisis-after-title = Mirar atrás
crisis-after-why = Lo que cada parte dice ahora ayuda la próxima vez y muestra qué grupos y costumbres deben quedarse. Tómense diez minutos mientras aún se acuerdan.
crisis-after-worked = Lo que funcionó
crisis-after-not = Lo que no funcionó
crisis-after-stays = Lo que se queda
crisis-after-none = Nada todavía.
crisis-after-silent = Aún no han dicho nada: { $sides }
crisis-after-kind = Esta línea trata de
crisis-after-line = Su línea
crisis-after-line-hint = ¿Qué pasó y cómo lo sabe? Para lo que se queda: ¿dónde va a vivir?
crisis-after-add = Agregar la línea
crisis-after-catalogue = Estas líneas también están en la lista de logros y retos.
crisis-after-catalogue-open = Abrir la lista

# Lo que se hizo.
crisis-done-activated = Ya empezó. Se avisó a todos los líderes. Ahora nombre a quienes dirigen por su parte.
crisis-done-confirmed = Confirmada. Ahora la respaldan dos partes.
crisis-done-taken-back = La retiró. Se avisó a todos los líderes.
crisis-done-kept = Se guardó el nuevo último día.
crisis-done-asked = Pidió cerrarla. Se avisó a las otras partes.
crisis-done-over = Ya terminó. Ahora miren atrás juntos.
crisis-done-goes-on = Sigue. Así lo dice el registro.
crisis-done-named = Ya tiene quien dirija por su parte.
crisis-done-question = Se agregó la pregunta.
crisis-done-changed = Se guardó la pregunta.
crisis-done-decided = Anotada. Vale desde ahora.
crisis-done-word = Se guardó la palabra de su parte.
crisis-done-until = Se cambió la decisión.
crisis-done-row = Se guardó la hoja.
crisis-done-read = Se guardó la lectura.
crisis-done-raised = El equipo de crisis ya tiene lo que le preocupa.
crisis-done-answered = Guardado. Quien lo escribió puede verlo.
crisis-done-line = Se agregó su línea.

# Cuando una regla dice que no.
crisis-no-one-goes-on = Ya hay una crisis en marcha. Trabajen en esa o ciérrenla antes.
crisis-no-playbook = Elija una guía.
crisis-no-over = Ya terminó, así que no se puede cambiar.
crisis-no-own-side = Esto lo tiene que hacer alguien de otra parte.
crisis-no-confirmed = Ya estaba confirmada.
crisis-no-not-confirmed = Aún no está confirmada. Quien la inició puede retirarla.
crisis-no-date = Elija una fecha que esté por venir y no muy lejos.
crisis-no-chair = Solo la administración y las organizaciones de empleados nombran a quienes dirigen.
crisis-no-held = Otra parte de su lado ya tiene este puesto.
crisis-no-person = Elija a alguien de su propia parte que tenga voz.
crisis-no-answer = Escriba lo que saben antes de darla por respondida.
crisis-no-choose = Elija una opción de la lista.
crisis-no-goes-on = Todavía sigue. Miren atrás cuando termine.
crisis-no-number = Escriba un número entero.
crisis-no-order = El número para cerrar debe ser peor que el de limitar.
crisis-no-said = Esto ya se dijo.
crisis-no-reason = Diga por qué se opone.
crisis-no-answered = Ya se había respondido.

# Lo que espera a alguien.
crisis-wait-confirm = Confirme por su parte: { $name }
crisis-wait-closing = Cerrarla o seguir: { $name }
crisis-wait-chairs = { $count ->
    [one] Nombre a quien dirige por su parte en un grupo
   *[other] Nombre a quienes dirigen por su parte en { $count } grupos
}
crisis-wait-expired = { $count ->
    [one] Mantenga o termine una decisión que pasó su último día
   *[other] Mantenga o termine { $count } decisiones que pasaron su último día
}
crisis-wait-word = { $count ->
    [one] Diga la palabra de su parte sobre una decisión
   *[other] Diga la palabra de su parte sobre { $count } decisiones
}
crisis-wait-revisit = { $count ->
    [one] Mire otra vez una pregunta clave
   *[other] Mire otra vez { $count } preguntas clave
}
crisis-wait-concerns = { $count ->
    [one] Lea una preocupación del personal
   *[other] Lea { $count } preocupaciones del personal
}
crisis-wait-notice = Diga al público lo que se sabe: ya pasó la hora prometida
crisis-wait-after = Mire atrás por su parte: { $name }

# Cartas.
crisis-letter-subject = Crisis en { $name }
crisis-letter-activated = { $party } activó una guía para una crisis: { $name }. Vale desde ahora. Alguien que dirija otra parte tiene hasta el { $until } para confirmarla. Sin eso termina sola. Por favor, nombre a quienes dirigen por su parte.
crisis-letter-confirmed = { $party } confirmó: { $name }. Ahora la respaldan dos partes.
crisis-letter-taken-back = Se retiró: { $name }.
crisis-letter-lapsed = Nadie de otra parte la confirmó en 24 horas, así que terminó: { $name }.
crisis-letter-asked = { $party } pide cerrar: { $name }. Diga que sí, o que seguiría por ahora. Sin respuesta, sigue hasta el { $day }.
crisis-letter-over = Ya terminó: { $name }. Por favor, miren atrás juntos mientras aún se acuerdan.

# En el registro.
crisis-record-activated = { $who } activó la guía «{ $playbook }» por { $party }.
crisis-record-confirmed = { $who } confirmó la crisis por { $party }.
crisis-record-taken-back = { $who } retiró la crisis por { $party }.
crisis-record-not-confirmed = La crisis terminó porque no la confirmó { $silent }.
crisis-record-kept = { $who } fijó el último día de la crisis: { $until }.
crisis-record-asked = { $who } pidió por { $party } cerrar la crisis.
crisis-record-stood-down = { $who } estuvo de acuerdo por { $party }, y la crisis se cerró.
crisis-record-goes-on = { $who } dijo por { $party } que la crisis sigue.
crisis-record-ended-by-date = La crisis terminó después de su último día, { $day }.
crisis-record-co-lead = { $who } nombró a quien dirige un grupo por { $party }.
crisis-record-decided = { $who } anotó una decisión por { $party }, vigente hasta { $until }.
crisis-record-joined = { $who } estuvo de acuerdo con una decisión por { $party }.
crisis-record-objected = { $who } se opuso a una decisión por { $party }.
crisis-record-decision-kept = { $who } mantuvo una decisión hasta { $until }.
crisis-record-decision-ended = { $who } terminó una decisión.
crisis-record-published = { $who } dijo al público lo que se sabe, por { $party }.
crisis-record-behind = { $who } dijo por { $party } que respalda el mensaje al público.
crisis-record-looked-back = { $who } miró atrás por { $party }.
crisis-as-it-stood = Terminó el { $day }. Esta página muestra cómo estaba entonces.
crisis-name-all = Nombre a quienes codirigen por su parte, grupo por grupo
crisis-last-readings = Las últimas lecturas
crisis-decisions-all = { $count ->
    [0] No se anotó ninguna
    [one] Se anotó una
   *[other] Se anotaron { $count }
}
crisis-concerns-read = Ver las respuestas
crisis-stand-down-confirm = ¿Darla por terminada?
crisis-stand-down-ask = ¿Pedir que se dé por terminada?
crisis-stand-down-now = Termina de inmediato. No se borra nada y ya no se puede escribir más.
crisis-stand-down-waits = Se avisa a los líderes de las otras partes. Termina cuando una de ellas esté de acuerdo.
crisis-open-concerns = { $count ->
    [one] Una inquietud del personal aún no tiene respuesta.
   *[other] { $count } inquietudes del personal aún no tienen respuesta.
}
crisis-open-decision = Sigue vigente hasta el { $day } y termina con ella: { $decision }
crisis-decision-over = Terminó con la crisis
crisis-word-not-yet = aún no ha dicho nada.
crisis-missing-readings = Faltan, o tienen más de un día: { $rows }
crisis-row-fine = sin llegar al límite
crisis-row-limit = llegó al límite
crisis-row-close = llegó al punto de cierre
crisis-nobody-confirms = Aquí no hay otra parte que deba estar de acuerdo, así que nadie podría confirmar una crisis. Primero haga volver a una segunda parte. Las guías se pueden leer e imprimir igual.
crisis-no-hour = Indique el día y la hora del próximo mensaje, dentro de los próximos 14 días.
