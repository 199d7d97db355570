# Dónde se ven hoy las dos partes: seis puntos, mostrados a la vez.
readiness-title = Dónde estamos
readiness-why = Antes del primer paso, cada parte dice cómo se ve hoy el trabajo de los dos. Al final tienen una sola imagen: en qué coinciden y de qué hablar primero.
readiness-guide = Leer más en la guía
readiness-form-title = Seis preguntas cortas para { $party }
readiness-form-says = Una respuesta por toda su parte. Usted la da con su nombre. Ninguna otra parte la ve hasta que haya respondido cada parte que debe estar de acuerdo. Luego se muestran todas en el mismo momento.
readiness-form-advises = Su parte aconseja. Su respuesta se muestra cuando las partes que deben estar de acuerdo tienen la suya.
readiness-form-change = Puede cambiarla hasta entonces.
readiness-who-reads = Quienes administran este servidor podrían leer su respuesta antes. También un tribunal que la pida. No la use para contar secretos.
readiness-item-leaders = Se reúnen en fechas fijas { $head-the } y quien preside { $union-the }.
readiness-item-cabinet = Se reúnen el gabinete y quienes dirigen { $union-the }.
readiness-item-buildings = En cada escuela se reúnen la dirección y la persona delegada.
readiness-item-training = Planeamos y damos la formación juntos.
readiness-item-news = Damos las noticias juntos, con los dos nombres.
readiness-item-written = La forma de trabajar juntos está escrita: en un contrato, un memorando o una norma de la junta escolar.
readiness-level-absent = No existe
readiness-level-discussed = Se conversa
readiness-level-developed = Se prepara
readiness-level-implemented = Funciona
readiness-level-unknown = No lo sé
readiness-save = Responder por { $party }
readiness-save-change = Cambiar nuestra respuesta
readiness-done-first = Su respuesta quedó guardada. Se muestra cuando haya respondido cada parte que debe estar de acuerdo.
readiness-done-shown = Ya están todas las respuestas. Aquí las tiene.
readiness-done-alone = Anotado. Su parte mostraría su respuesta ahora.
readiness-stale = Otra persona de su parte cambió la respuesta mientras tanto. Lo que vale ahora está junto a cada punto. Lo que usted eligió sigue abajo.
readiness-stale-now = Lo que vale ahora: { $level }
readiness-waiting-title = En espera
readiness-said = respondió por medio de { $by } el { $day }. Aún no se muestra.
readiness-awaited = no ha respondido. Se espera desde el { $since }, hasta el { $until }.
readiness-not-here = aún no tiene a nadie en su lugar. Se espera desde el { $since }, hasta el { $until }.
readiness-silence = Si una parte no ha respondido el { $until }, no se supone nada de ella. Las partes que respondieron pueden entonces mostrar lo suyo sin ella.
readiness-silence-late = Una parte no respondió a tiempo. Cada parte que respondió puede aceptar que se muestre lo suyo. Si no lo aceptan todas antes del { $until }, esta ronda se cierra y no se muestra nada.
readiness-would-show = mostraría su respuesta ahora.
readiness-show-without = Mostrar la nuestra sin la parte que calla
readiness-show-says = Solo se muestran las respuestas de las partes que dieron una, cuando cada una de ellas haya pulsado aquí. De la parte que calla solo se dice que no ha respondido.
readiness-own-title = Lo que dijo su parte
readiness-closed-title = La última ronda se cerró
readiness-closed = Una parte no respondió a tiempo y las demás no quisieron mostrar lo suyo. Pueden empezar otra vez con una respuesta nueva.
readiness-without = { $party } no respondió a tiempo. No se supone nada de esa parte.
readiness-lede = { $agreed ->
    [0] Todavía no ven igual ninguno de los seis puntos.
    [1] Ven igual uno de los seis puntos.
    [6] Ven igual los seis puntos.
   *[other] Ven igual { NUMBER($agreed) } de los seis puntos.
}
readiness-shown-on = Mostrado el { $day }, ciclo { NUMBER($cycle) }
readiness-agree-title = En qué coincidimos
readiness-agree-none = En nada todavía. Es un punto de partida común.
readiness-gap-title = La mayor diferencia
readiness-gap-none = No hay ninguna. Todas las partes dicen lo mismo en los seis puntos.
readiness-gap-says = { $party } dice: { $level }.
readiness-gap-more = Igual de grande: { $item }
readiness-talk-title = Hablen de esto
readiness-next-title = Un buen próximo paso
readiness-next-open = Es solo una sugerencia. Todos los pasos están abiertos.
readiness-next-go = Abrir el paso
readiness-next-guide = Leer sobre el paso
readiness-concern = Elegir una preocupación común
readiness-scale-title = Los seis puntos
readiness-scale-letter = { $letter } es { $party }; lo dijo { $by }
readiness-scale-later = { $letter } es { $party }; lo dijo { $by }, después de mostrarse las otras
readiness-scale-advises = { $letter } es { $party } (aconseja); lo dijo { $by }
readiness-scale-same = Coinciden
readiness-scale-gap = { $steps ->
    [one] A un paso de distancia
   *[other] A { NUMBER($steps) } pasos de distancia
}
readiness-reading = { $party }: { $level }.
readiness-moved-title = Desde la última ronda
readiness-moved-says = Comparado con el { $day }, ciclo { NUMBER($cycle) }.
readiness-moved-up = más adelante que antes
readiness-moved-down = menos adelante que antes
readiness-moved-same = como antes
readiness-moved-line = { $party }: { $moved } (antes: { $level })
readiness-moved-none = Cada parte dice lo mismo que en la última ronda.
readiness-earlier = Rondas anteriores
readiness-earlier-of = Ciclo { NUMBER($cycle) }, mostrado el { $day }
readiness-members-title = Lo que dicen los miembros
readiness-members-says = Cada parte puede hacer las mismas seis preguntas a sus propios miembros. Las respuestas son confidenciales. Se cuentan un solo día y se muestran solo si respondió gente suficiente: cinco del personal o de la junta escolar, diez de las familias, los estudiantes o los vecinos.
readiness-members-ask = Preguntar a los miembros de { $party }
readiness-members-ask-says = Cada persona recibe una carta y tiene dos semanas. Se puede preguntar una vez en cada ronda.
readiness-members-asked = { $who } preguntó a los miembros de { $party }. Pueden responder hasta el { $until }. Antes no se muestra nada, ni cuántos han respondido.
readiness-members-few = { $party }: respondieron muy pocas personas. No se muestra nada, para que nadie quede al descubierto.
readiness-members-people = { $party }: { $people ->
    [one] respondió una persona
   *[other] respondieron { NUMBER($people) } personas
}. Cuántas de las que lo saben dicen “se prepara” o “funciona”:
readiness-members-done-asked = Se preguntó a sus miembros.
readiness-share-too-few = muy pocos lo saben
readiness-share-percent = el { NUMBER($percent) } %
readiness-share-between = entre el { NUMBER($low) } y el { NUMBER($high) } %
readiness-share-at-most = el { NUMBER($percent) } % o menos
readiness-share-at-least = el { NUMBER($percent) } % o más
readiness-mine-title = Su propia respuesta
readiness-mine-says = Su respuesta es confidencial. Aquí no la ve ningún miembro ni ningún líder. Quienes administran este servidor podrían saber que es suya. El { $until } se cuentan todas las respuestas de su parte. Se muestran solo si respondió gente suficiente, y solo como proporciones aproximadas. Puede cambiar la suya hasta entonces. No tiene que responder.
readiness-mine-save = Enviar mi respuesta
readiness-mine-done = Su respuesta quedó guardada. Puede cambiarla hasta el { $until }.
readiness-no-missing = Elija una de las cuatro. Basta una respuesta aproximada.
readiness-no-shown = Las respuestas ya se mostraron. Valen hasta la próxima ronda.
readiness-no-not-yet = La fecha aún no ha llegado. Antes no se puede mostrar nada.
readiness-no-nothing-said = Su parte no ha respondido, así que no hay nada suyo que mostrar.
readiness-no-not-shown = Puede preguntar a sus miembros cuando las respuestas se hayan mostrado y la alianza esté activa.
readiness-no-asked-before = Su parte ya preguntó a sus miembros en esta ronda.
readiness-no-not-asked = Ahora nadie pregunta a sus miembros.
readiness-wait-begin = Decir cómo se ven hoy las dos partes
readiness-wait-state = Responder seis preguntas por su parte
readiness-wait-show = Decir si su respuesta puede mostrarse sin la parte que calla
readiness-wait-answer = Responder seis preguntas por usted
readiness-letter-stated-subject = { $place }: le esperan seis preguntas
readiness-letter-stated = { $party } ha dicho cómo se ven hoy las dos partes. Su parte tiene seis preguntas cortas por responder, hasta el { $date }. Nadie ve una respuesta hasta que cada parte que debe estar de acuerdo haya dado la suya.
readiness-letter-shown-subject = { $place }: ya están todas las respuestas
readiness-letter-shown = Cada parte ha dicho cómo se ven hoy los dos. La página muestra en qué coinciden y de qué hablar.
readiness-letter-late-subject = { $place }: una parte no ha respondido
readiness-letter-late = La fecha ha pasado. Sin respuesta de: { $silent }. No se supone nada de esa parte. Hasta el { $date }, las partes que respondieron pueden acordar mostrar lo suyo sin ella.
readiness-letter-closed-subject = { $place }: la ronda se cerró y no se mostró nada
readiness-letter-closed = Una parte no respondió a tiempo y las demás no quisieron todas mostrar lo suyo. Pueden empezar otra vez.
readiness-letter-members-subject = { $place }: seis preguntas para usted
readiness-letter-members = { $who } pregunta cómo ve usted hoy a las dos partes: seis preguntas cortas, hasta el { $date }. Su respuesta es confidencial y no tiene que darla.
readiness-ask-there = ¿Quién mantiene esto en marcha cuando uno de ustedes se vaya?
readiness-ask-leaders-differ = Cada parte nombra las tres últimas veces que se vieron. ¿Cuáles cuentan como reunión en fecha fija?
readiness-ask-cabinet-differ = ¿En qué conversaciones entre el gabinete y { $union-the } piensa cada parte? ¿Quién estaba?
readiness-ask-buildings-differ = ¿En qué escuelas se reúnen la dirección y la delegación, y en cuáles no? Hagan la lista juntos.
readiness-ask-training-differ = ¿En qué formación pensaban? ¿Quién la planeó y quién habló?
readiness-ask-news-differ = ¿Qué carta o aviso firmaron las dos partes? Mírenlo juntos.
readiness-ask-written-differ = Traigan la página donde está escrito. ¿La leen igual las dos partes?
readiness-ask-leaders-missing = ¿Qué hora del mes podría ser de ustedes dos?
readiness-ask-cabinet-missing = ¿Qué tema valdría una charla entre el gabinete y { $union-the }?
readiness-ask-buildings-missing = ¿Qué dos escuelas podrían probarlo primero?
readiness-ask-training-missing = ¿Qué necesitan aprender las dos partes? ¿Quién podría enseñarlo a todos a la vez?
readiness-ask-news-missing = ¿Qué es lo primero que podrían contar juntos al personal?
readiness-ask-written-missing = ¿Qué costumbre quisieran conservar si los dos se fueran?
readiness-why-seen-apart = Ven al menos un punto con dos pasos de distancia. Miren primero los hechos juntos.
readiness-why-leaders-apart = Los líderes aún no se reúnen en fechas fijas. Empiecen por quién debe estar a la mesa.
readiness-why-no-rooms = Los líderes se reúnen, y debajo de ellos aún no hay dónde hacerlo. Miren sus equipos.
readiness-why-no-news = Se reúnen y los demás se enteran de poco. Acuerden quién lo cuenta a quién, y cuándo.
readiness-why-no-training = Se reúnen y lo cuentan, y nadie aprende junto todavía. Busquen formación y tiempo.
readiness-why-not-written = Mucho funciona y poco está escrito. Pongan su promesa por escrito.
readiness-why-under-way = Todo está en camino. Miren qué vale la pena conservar.
readiness-why-all-there = Todo funciona. Miren qué tan bien.
readiness-record-stated = { $who } respondió las seis preguntas por { $party }. La respuesta aún no se muestra.
readiness-record-restated = { $who } cambió la respuesta de { $party } a las seis preguntas. Aún no se muestra.
readiness-record-stated-later = { $who } respondió las seis preguntas por { $party }, después de mostrarse las otras.
readiness-record-revealed = Se mostraron las respuestas a las seis preguntas.
readiness-record-revealed-without = Se mostraron las respuestas a las seis preguntas sin { $silent }, que no respondió a tiempo.
readiness-record-would-show = { $who } dijo que { $party } mostraría su respuesta sin la parte que calla.
readiness-record-late = Pasó la fecha de las seis preguntas. Sin respuesta de: { $silent }.
readiness-record-closed = La ronda de seis preguntas se cerró y no se mostró nada.
readiness-record-members-asked = { $who } hizo las seis preguntas a los miembros de { $party }.
readiness-record-members-counted = Se contaron las respuestas de los miembros de { $party }. { $shown ->
    [yes] Se muestran como proporciones aproximadas.
   *[no] Respondieron muy pocos, así que no se muestra nada.
}
