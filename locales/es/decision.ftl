# Decisiones con el puño o los cinco dedos: la lista, la pregunta, las respuestas, el resultado.
decision-title = Decisiones
decision-lede = Hay preguntas que necesitan un sí claro de cada parte. Aquí cada quien responde en silencio y todo se muestra a la vez.
decision-lede-end = Se quedan con un acuerdo que dice quién hace qué y para cuándo, o con un no claro y sus razones.
decision-to-guide = Cómo decidimos: la guía
decision-to-new = Escribir una pregunta
decision-list-open = Preguntas abiertas
decision-list-none = No hay ninguna pregunta abierta.
decision-list-drafts = En borrador
decision-list-settled = Ya resueltas
decision-list-until = hasta el { $day }
decision-list-since = desde el { $day }
decision-kicker = Ronda { NUMBER($round) }

decision-state-draft = Borrador
decision-state-parked = Para quienes negocian
decision-state-open = Se puede responder
decision-state-revealed = Aún sin acuerdo
decision-state-agreed = Acordada
decision-state-not-agreed = Sin acuerdo
decision-state-withdrawn = Retirada
decision-state-frozen = En espera
decision-state-ended = Terminada

# La página.
decision-asked = Pregunta de { $asker }, el { $day }
decision-asked-in = Pregunta de { $asker }, el { $day }, en { $team }
decision-changed = Qué cambió:
decision-changed-before = Leer la pregunta de antes
decision-effect = Qué pasa si se aprueba
decision-effect-now = Qué pasa ahora
decision-if-not = Si no todas las partes están de acuerdo
decision-who-sees = Quién verá mi respuesta
decision-seen-until = Hasta que se muestren todas, nadie ve la suya. Tampoco los líderes, ni las copias que se descargan. Quien administra el servidor podría leerla.
decision-seen-alone = Por { $parties } responde una sola persona. Todos sabrán que esa respuesta es suya.
decision-answer-legend = ¿Hasta dónde puede acompañar esto?
decision-answer-jump = Responder antes del { $day }
decision-withdraw-title = Retirar esta pregunta
decision-withdraw-says = No se reciben más respuestas, y las que se dieron no se muestran. Esto no se puede deshacer.
decision-close-title = Terminar sin acuerdo
decision-close-says = La pregunta queda resuelta como no acordada, al momento. Esto no se puede deshacer.
decision-answer-send = Enviar mi respuesta
decision-answer-change = Cambiar mi respuesta
decision-check-again = Cargar de nuevo esta página
decision-mine = Usted respondió { NUMBER($fingers) }. Puede cambiarlo hasta que se muestren las respuestas.
decision-late = El último día para responder ya pasó. Pronto se muestran las respuestas.
decision-not-asked = Aquí no se pide su respuesta. Usted verá el resultado.
decision-rule-title = Cómo se decide
decision-count = Han respondido { NUMBER($given) } de { NUMBER($asked) }.
decision-silence = El silencio nunca es un sí. Una parte que no responde antes de que termine el { $day } no ha dado su acuerdo.
decision-side-asked = { $people ->
    [one] puede responder una persona
   *[other] pueden responder { $people } personas
}
decision-side-advises = { $people ->
    [one] se pide consejo a una persona
   *[other] se pide consejo a { $people } personas
}
decision-side-aside = se hace a un lado, dijo { $by } el { $day }
decision-side-vacant = nadie ocupa su lugar, así que no puede dar su acuerdo
decision-outcome = Qué resultó
decision-next-talk = Hasta el { $day } se puede cambiar la pregunta y volver a preguntar. Si no se hace:
decision-ended-says = Hubo acuerdo. Terminó el { $day }.
decision-dissent = El desacuerdo, en sus propias palabras
decision-said = Qué cambiaría una respuesta baja
decision-no-party = sin parte
decision-word-by = { $name }, de { $party }
decision-word-told = Se lo contaron a { $chair }, que lo escribió
decision-say-low = ¿Qué haría falta para cambiar su respuesta?
decision-say-other = Agregar una preocupación
decision-say-says = Puede decirlo con su nombre. Puede contárselo a quien preside, y esa persona lo escribe sin nombrar a nadie. O puede no decir nada.
decision-say-body = En sus propias palabras
decision-say-how = ¿Cómo lo dice?
decision-how-signed = Con mi nombre
decision-how-told = Alguien me lo contó
decision-how-told-means = Su nombre queda como el de quien lo escribió. El de la otra persona no aparece.
decision-say-kept = Dejarlo junto al resultado
decision-say-kept-means = Queda allí como desacuerdo, y también en el registro.
decision-say-button = Decirlo
decision-round = Ronda { NUMBER($round) }, tal como se preguntó
decision-legal = Este es un acuerdo de trabajo. No es una negociación, no renuncia a ningún derecho y no crea costumbre. Participar es voluntario.
decision-parked-title = Esto va a quienes negocian por cada parte.
decision-parked-says = Aquí no se negocia nada. La pregunta queda como borrador y aquí no se le puede pedir a nadie que responda. Désela a quienes negocian por su parte.
decision-frozen-says = Está en espera. Una parte que debía responder se retiró, o la alianza está en pausa. No se muestra ninguna respuesta y nada se pierde. Se puede volver a preguntar.
decision-withdrawn-says = La parte que preguntó la retiró. Ya no se reciben respuestas.
decision-boundary-stops = Usted dijo que esto toca la negociación. Aquí no se puede preguntar. Puede ir a quienes negocian por cada parte.
decision-open-kicker = Lo que puede hacer
decision-open-title = Abrirla para responder
decision-open-says = { $count ->
    [0] No se le preguntaría a nadie. Mire a quién se le pregunta y cámbielo.
    [one] Una persona recibe una carta que le pide su respuesta. Desde entonces, la pregunta y la regla ya no cambian.
   *[other] { $count } personas reciben una carta que les pide su respuesta. Desde entonces, la pregunta y la regla ya no cambian.
}
decision-open-button = Abrirla para responder
decision-park-button = Enviarla a quienes negocian
decision-to-edit = Cambiar el borrador
decision-reveal-title = Ya respondieron todos
decision-reveal-button = Mostrar las respuestas a todos
decision-aside-title = Hacerse a un lado por mi parte
decision-aside-says = ¿Esta pregunta no es de su parte? Puede decir: no es nuestra, nos hacemos a un lado. Entonces su parte no aprueba ni detiene a las demás. No se puede retirar.
decision-aside-button = Hacerse a un lado por mi parte
decision-to-ballot = Imprimir una hoja para responder
decision-to-paper = Anotar una respuesta dada en papel
decision-close-button = Dejarlo así
decision-withdraw-button = Retirar la pregunta
decision-again-button = Volver a preguntar
decision-to-amend = Cambiar la pregunta y volver a hacerla

# Datos.
decision-fact-carries = Quién lo lleva a cabo
decision-fact-by = Para el
decision-fact-review = Volver a mirarlo el
decision-fact-ends = Termina el

# Niveles.
decision-level-legend = ¿Qué alcance tiene un acuerdo aquí?
decision-level-decides = Decidir
decision-level-decides-means = Queda resuelto aquí.
decision-level-recommends = Recomendar
decision-level-recommends-means = Va como recomendación a quien lo resuelve.
decision-level-advises = Aconsejar
decision-level-advises-means = Es un consejo para quien lo resuelve.
decision-level-informs = Informar
decision-level-informs-means = Solo dice qué piensa cada parte.

# Quién ve qué.
decision-seen-hint = Se fija antes de que alguien responda y se le dice primero a cada persona.
decision-seen-name = Cada respuesta con su nombre
decision-seen-name-means = Todos en la alianza verán cada respuesta con su nombre.
decision-seen-party = Solo los números de cada parte
decision-seen-party-means = Todos verán cuántas personas de cada parte dieron cada respuesta, sin nombres. Si responden pocas, otros podrían adivinar.
decision-seen-pass = Solo si cada parte está de acuerdo
decision-seen-pass-means = Todos verán si cada parte está de acuerdo o todavía no, y ninguna respuesta.

# A quién se pregunta.
decision-who-legend = ¿A quién se le pregunta?
decision-who-hint = A quienes solo miran, o no están en ninguna parte, no se les pregunta. La lista queda fija cuando usted abre la pregunta.
decision-who-everybody = A todos los que tienen un lugar en una parte
decision-who-leads = A los líderes de cada parte
decision-who-team = A quienes forman el equipo
decision-who-team-means = Si una parte no tiene a nadie en el equipo, se pregunta a sus líderes.

# El límite.
decision-boundary-legend = ¿Toca alguno de estos asuntos?
decision-boundary-hint = Aquí no se negocia nada. Una pregunta que sí negocia va a quienes negocian por cada parte.
decision-boundary-none = No, ninguno
decision-boundary-subject = Salario, horario u otro asunto que hay que negociar
decision-boundary-contract = El texto de un contrato
decision-boundary-grievance = La queja formal de una persona

# La regla.
decision-rule-legend = ¿Cuándo está de acuerdo una parte?
decision-rule-form-all = Cuando todas sus respuestas alcanzan
decision-rule-form-all-means = Con una respuesta más baja, la parte no está de acuerdo.
decision-rule-form-share = Cuando alcanzan bastantes de sus respuestas
decision-rule-all = Se aprueba solo si cada parte está de acuerdo. Una parte lo está cuando todas sus respuestas son { NUMBER($least) } o más.
decision-rule-share = Se aprueba solo si cada parte está de acuerdo. Una parte está de acuerdo cuando al menos el { NUMBER($share) } por ciento de sus respuestas son «{ $word }» ({ NUMBER($least) }) o mejores.
decision-threshold-label = ¿Qué respuesta alcanza?
decision-threshold = { NUMBER($least) } o más
decision-share = Porcentaje de una parte que basta
decision-share-hint = Solo si eligió que baste con suficientes respuestas. Por ejemplo 67.
decision-enough-label = ¿Cuántas personas de cada parte deben haber respondido?
decision-enough-one = Debe haber respondido al menos una persona de cada parte.
decision-enough-half = Debe haber respondido al menos la mitad de cada parte.
decision-enough-all = Deben haber respondido todas las personas de cada parte.
decision-fallback-legend = ¿Y si no están de acuerdo todas las partes?
decision-fallback-refer = Pasa a quien lo resuelve. Antes se oye a cada grupo de empleados
decision-fallback-drop = Lo dejamos
decision-fallback-again = Volvemos a preguntar otro día
decision-fallback-on = El día para volver a preguntar
decision-then-refer = Pasa a quien lo resuelve, después de oír a cada grupo de empleados.
decision-then-drop = Se deja, y nada cambia.
decision-then-again = Se vuelve a preguntar el { $day }.
decision-labels = Sus propias palabras para las seis respuestas. Llene las seis, o ninguna.

# La escala.
decision-fist-0 = No puedo acompañarlo
decision-fist-0-means = Dañaría aquello por lo que respondo. Quiero que se detenga.
decision-fist-1 = Tengo dudas graves
decision-fist-1-means = Antes tiene que cambiar una gran parte.
decision-fist-2 = Tengo dudas
decision-fist-2-means = Antes tienen que cambiar algunos puntos.
decision-fist-3 = Lo puedo aceptar
decision-fist-3-means = No es lo que yo elegiría, y no me voy a oponer.
decision-fist-4 = Lo apoyo
decision-fist-4-means = Me parece bueno, y así lo diré.
decision-fist-5 = Ayudaré a dirigirlo
decision-fist-5-means = Voy a trabajar para que se haga.

# El resultado.
decision-verdict-agrees = está de acuerdo
decision-verdict-below = todavía no está de acuerdo
decision-verdict-too-few = respondieron muy pocos, hacían falta { NUMBER($needed) }
decision-verdict-silent = nadie respondió
decision-verdict-vacant = nadie ocupa su lugar
decision-verdict-aside = se hace a un lado
decision-verdict-advises = aconseja, no se cuenta
decision-tally = { $count ->
    [one] una persona respondió { NUMBER($fingers) } · { $word }
   *[other] { $count } personas respondieron { NUMBER($fingers) } · { $word }
}
decision-named = { $name }: { NUMBER($fingers) } · { $word }
decision-named-on-paper = { $name }: { NUMBER($fingers) } · { $word }, en papel, visto por { $witness }
decision-came-agreed = Hay acuerdo: cada parte dice que sí.
decision-came-not-agreed = Todavía no hay acuerdo de: { $parties }.
decision-came-not-decided = Sin acuerdo: no se pudo oír a todas las partes.
decision-came-nobodys = Sin acuerdo: ninguna parte toma esta pregunta como suya.
decision-came-vacant = Nadie ocupa el lugar de { $parties }.
decision-came-silent = Sin respuesta de { $parties }.
decision-came-too-few = Respondieron muy pocos de { $parties }.
decision-came-aside = Se hizo a un lado: { $parties }.

# Escribir.
decision-new-title = Escribir una pregunta
decision-edit-title = Cambiar el borrador
decision-write-lede = Una pregunta que se pueda responder de una vez. El borrador se puede cambiar hasta que se abra.
decision-question = La pregunta
decision-question-hint = Comience con «¿Vamos a…?». Una sola pregunta.
decision-effect-hint = Diga con claridad quién haría qué y qué costaría.
decision-act-by = ¿Quién lo llevaría a cabo?
decision-act-on = ¿Para cuándo?
decision-nobody-yet = Todavía sin nombre
decision-team = ¿Qué equipo pregunta?
decision-no-team-choice = Toda la alianza
decision-answer-on = Último día para responder
decision-answer-on-hint = Al terminar ese día, las respuestas se muestran como estén.
decision-more = Más opciones
decision-save = Guardar el borrador
decision-stale = Otra persona guardó primero este borrador. Esto es lo que dice ahora:
decision-stale-says = Lo que usted escribió está abajo y se conserva. Tome lo que necesite y guarde.
decision-amend-title = Cambiar la pregunta
decision-amend-says = Se pregunta otra vez a las mismas personas, con la misma regla. Los dos textos quedan en la página.
decision-change = ¿Qué cambió, y por qué?
decision-change-hint = Todos lo leen antes de responder otra vez.
decision-amend-button = Preguntar otra vez

# Papel.
decision-ballot-title = Hoja para responder
decision-ballot-answer = Mi respuesta, de 0 a 5
decision-ballot-name = Nombre
decision-ballot-witness = Ante alguien de otra parte
decision-paper-title = Anotar una respuesta dada en papel
decision-paper-says = Para alguien de su propia parte. Se muestra con las demás y dice que fue en papel y quién lo vio.
decision-paper-member = ¿De quién es la respuesta?
decision-paper-answer = ¿Qué dice el papel?
decision-paper-witness = ¿Quién vio el papel?
decision-paper-witness-hint = Alguien de otra parte, o sin parte.
decision-paper-button = Anotarla

# Hecho.
decision-done-drafted = Guardado. Todavía no se le ha preguntado a nadie.
decision-done-opened = Está abierta. Cada persona a quien se pregunta recibe una carta.
decision-done-parked = Quedó marcada para quienes negocian por cada parte.
decision-done-answered = Su respuesta está guardada. Puede cambiarla hasta que se muestren todas.
decision-done-aside = Su parte se hace a un lado.
decision-done-revealed = Las respuestas ya se ven.
decision-done-amended = La siguiente ronda está abierta.
decision-done-closed = Se dejó así.
decision-done-withdrawn = Se retiró.
decision-done-again = Esta es la pregunta como borrador nuevo.
decision-done-said = Está dicho, y todos lo pueden leer.
decision-done-paper = La respuesta en papel está guardada.

# Lo que una regla no permite.
decision-no-choice = Elija una de estas opciones.
decision-no-day = Elija un día a partir de hoy.
decision-no-answer-day = Elija un día a partir de hoy, dentro de { NUMBER($days) } días como máximo.
decision-no-share = Escriba un número del 1 al 100.
decision-no-again-day = Elija el día en que se vuelve a preguntar.
decision-no-team = Elija un equipo, o pregunte a otras personas.
decision-no-nobody = Nadie tiene un lugar en una parte que debe estar de acuerdo, así que nadie podría responder.
decision-no-not-open = Ahora no se reciben respuestas. Vuelva a mirar la página.
decision-no-not-draft = Ya no es un borrador. Vuelva a mirar la página.
decision-no-changed = La pregunta cambió mientras usted la leía. No se envió nada. Léala otra vez y responda.
decision-no-not-all = Todavía faltan respuestas. Se muestran cuando estén todas, o después del último día.
decision-no-settled = Esto ya está resuelto.
decision-no-rounds = Se preguntó nueve veces. Escriba una pregunta nueva.
decision-no-aside = A su parte no se le pregunta aquí, o ya se hizo a un lado.
decision-no-same = No cambió nada. Cambie la pregunta o lo que pasa después.
decision-no-witness = Elija a alguien de otra parte, o sin parte.
decision-no-not-answered = Solo quien respondió en esta ronda puede firmar una preocupación.

# Lo que espera, y las cartas.
decision-wait-answer = Responder: { $question }
decision-wait-reveal = Ya respondieron todos. Mostrar las respuestas: { $question }
decision-wait-amend = Cambiarla o dejarla: { $question }
decision-letter-asked-subject = { $place }: se pide su respuesta: { $question }
decision-letter-asked = Se le pide una respuesta: «{ $question }» Toma dos minutos. Lea primero quién verá su respuesta. Puede cambiarla hasta el { $day }, o hasta que todos hayan respondido y se muestren. El silencio nunca es un sí.
decision-letter-outcome-subject = { $place }: qué resultó de: { $question }
decision-letter-outcome = { $came } «{ $question }»
decision-letter-agreed = Cada parte estuvo de acuerdo con esta pregunta.
decision-letter-not-agreed = No todas las partes estuvieron de acuerdo, y se dejó así.
decision-letter-withdrawn = La parte que hizo esta pregunta la retiró.
decision-letter-ended = Llegó el día en que termina este acuerdo.
decision-letter-revealed = Las respuestas ya se ven. Todavía no están de acuerdo todas las partes.
decision-letter-review-subject = { $place }: es hora de volver a mirar un acuerdo
decision-letter-review = Hoy querían volver a mirar esto: «{ $question }»

# Oraciones del registro.
decision-record-opened = { $who } abrió una pregunta para decidir. { $asked ->
    [one] Se preguntó a una persona.
   *[other] Se preguntó a { $asked } personas.
}
decision-record-amended = { $who } cambió una pregunta y abrió la ronda { $round }.
decision-record-parked = { $who } marcó una pregunta para quienes negocian por cada parte.
decision-record-revealed = Se mostraron las respuestas de la ronda { $round }. Habían respondido { $answered } de { $asked }.
decision-record-not-yet = Una pregunta no se aprobó en la ronda { $round }.
decision-record-agreed = Cada parte estuvo de acuerdo con una pregunta.
decision-record-not-agreed = No todas las partes estuvieron de acuerdo con una pregunta, y se dejó así.
decision-record-withdrawn = { $who } retiró una pregunta.
decision-record-frozen = Una pregunta quedó en espera.
decision-record-ended = Un acuerdo terminó en su día.
decision-record-stood-aside = { $who } dijo por { $party } que una pregunta no es suya.
decision-record-dissented = { $who } dejó su desacuerdo junto a un resultado.
decision-record-dissent-told = { $who } dejó junto a un resultado un desacuerdo que le habían contado.
decision-action-by = { $name }, para el { $day }
decision-to-action = Decir quién hace qué
decision-change-until = Puede cambiarla hasta el { $day }, o hasta que todos hayan respondido y se muestren las respuestas.
decision-you-advise = A su parte se le pide consejo. Su respuesta se muestra y no se cuenta.
decision-then-again-past = Se iba a volver a preguntar el { $day }. Todavía no se ha hecho.
decision-rule-hint = Con la primera opción, una sola respuesta baja detiene a su parte. La segunda deja que algunas personas de una parte tengan dudas.
decision-silence-form = El silencio nunca es un sí.
decision-charter-says = La carta de { $team } dice: { $authority }. Si el equipo no logra un acuerdo: { $fallback }. Las dos cosas ya están elegidas abajo, en las demás opciones. Léalas antes de guardar.
decision-reveal-confirm = ¿Mostrar las respuestas a todos?
decision-reveal-final = Desde entonces nadie puede cambiar su respuesta, tampoco hasta el { $day }. No se puede deshacer.
decision-withdraw-confirm = ¿Retirar la pregunta?
decision-withdraw-draft = Todavía no se le preguntó a nadie, así que no se avisa a nadie.
decision-withdraw-unseen = Estas respuestas no se muestran a nadie, ni ahora ni después, y no cuentan.
decision-withdraw-seen = Estas respuestas ya se mostraron, y quedan como están.
decision-withdraw-told = Todos los que respondieron y los líderes de todas las partes reciben una carta con su razón.
decision-withdraw-final = No se puede abrir otra vez. Puede preguntarla de nuevo.
decision-withdraw-reason = ¿Por qué la retira?
decision-withdrawn-why = Su razón:
decision-withdrawn-answers = Las respuestas que se dieron no se muestran a nadie y no cuentan.
decision-letter-withdrawn-why = La parte que hizo esta pregunta la retiró: «{ $question }» Su razón: { $reason }
decision-letter-withdrawn-answered = La parte que hizo esta pregunta la retiró: «{ $question }» Su razón: { $reason } Usted la había respondido. Nadie vio su respuesta, nadie la verá, y no cuenta.
decision-list-settled-on = resuelta el { $day }
decision-list-ended = se acordó, y terminó el { $day }
decision-list-by = la pregunta { $name }
decision-in-language = Idioma del texto: { $language }
decision-drafted = Escrita por { $asker } el { $day }
decision-amend-other = La preguntó { $asker }. Su cambio ocupa el lugar de esas palabras, para todos.
decision-seen-name-now = Todos en la alianza ven cada respuesta con su nombre.
decision-seen-party-now = Todos ven cuántas personas de cada parte dieron qué respuesta, sin nombres.
decision-seen-pass-now = Todos ven si cada parte está de acuerdo o todavía no, y ninguna respuesta.
decision-side-all = todos respondieron
decision-refer-nobody = Nadie ha dicho aquí todavía quién se encarga y para cuándo.
decision-fact-level = Qué hace un acuerdo aquí
decision-answers-title = Cómo respondió cada parte
