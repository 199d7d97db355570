# Una versión de algo se presenta a cada parte que debe estar de acuerdo, y cada una responde.
acceptance-title = Responda por su parte
acceptance-what-case = Los motivos para trabajar en conjunto
acceptance-what-charter = La carta del equipo { $title }
acceptance-what-goal = La meta común: { $title }
acceptance-what-map = El mapa de aliados
acceptance-waiting = Responda por su parte: { $what }
acceptance-read = Léalo antes
acceptance-standing-none = Aún no se presentó a las partes
acceptance-standing-open = Espera una respuesta
acceptance-standing-agreed = Cada parte está de acuerdo
acceptance-standing-refused = Una parte dijo que no
acceptance-standing-lapsed = Pasó la fecha. No hay acuerdo.
acceptance-standing-reopened = Se abrió de nuevo
acceptance-asked = { $person } presentó esta versión a las partes el { $on }.
acceptance-silence = Cada parte puede responder hasta el { $last }. Si no hay respuesta hasta entonces, no queda acordado y se puede presentar otra vez.
acceptance-accepted = dijo que sí, por medio de { $by }, el { $on }.
acceptance-refused = dijo que no, por medio de { $by }, el { $on }.
acceptance-awaited = no ha respondido. Se espera desde el { $since }.
acceptance-unasked = aún no recibió la pregunta.
acceptance-vacant = no tiene líder ahora. Nadie puede responder por esta parte, y eso no es un sí.
acceptance-accept = Decir que sí por su parte
acceptance-refuse = Decir que no por su parte
acceptance-reason = Si dice que no: ¿por qué?
acceptance-days = Cuánto tiempo tienen las partes para responder
acceptance-days-hint = Cada parte que debe estar de acuerdo recibe una carta. Preguntar no es responder: su propia parte también responde.
acceptance-days-of = { $days } días
acceptance-ask = Preguntar a cada parte
acceptance-asked-done = Se preguntó a cada parte.
acceptance-done = Su respuesta está guardada. Otras partes aún deben responder.
acceptance-no-answered = Su parte ya respondió.
acceptance-no-asked = Esta versión ya está con las partes.
acceptance-no-days = Elija cuántos días tienen las partes.
acceptance-no-one-side = Aquí hay solo una parte que debe estar de acuerdo. Pregunte cuando la otra haya llegado.
acceptance-no-settled = Esto ya se resolvió, o pasó su fecha.
acceptance-letter-subject = Algo que acordar: { $name }
acceptance-letter-asked = { $what } se presentó a cada parte. Léalo y responda por su parte hasta el { $day }. Si no hay respuesta hasta entonces, no queda acordado.
acceptance-letter-ended = { $what }: { $how }
acceptance-record-asked = { $who } presentó { $kind ->
    [case] los motivos
    [charter] una carta de equipo
    [goal] una meta común
   *[map] el mapa de aliados
} a cada parte, en la versión { $version }.
acceptance-record-accepted = { $who } dijo que sí por { $party } a { $kind ->
    [case] los motivos
    [charter] una carta de equipo
    [goal] una meta común
   *[map] el mapa de aliados
}, en la versión { $version }.
acceptance-record-refused = { $who } dijo que no por { $party } a { $kind ->
    [case] los motivos
    [charter] una carta de equipo
    [goal] una meta común
   *[map] el mapa de aliados
}, en la versión { $version }.
acceptance-record-agreed = Cada parte está de acuerdo con { $kind ->
    [case] los motivos
    [charter] una carta de equipo
    [goal] una meta común
   *[map] el mapa de aliados
}, en la versión { $version }.
acceptance-record-ended = Una parte dijo que no, así que no hay acuerdo sobre { $kind ->
    [case] los motivos
    [charter] la carta de equipo
    [goal] la meta común
   *[map] el mapa de aliados
} en la versión { $version }.
acceptance-record-lapsed = Pasó la fecha para { $kind ->
    [case] los motivos
    [charter] una carta de equipo
    [goal] una meta común
   *[map] el mapa de aliados
} en la versión { $version }. No respondió: { $silent }.
acceptance-record-reopened = { $kind ->
    [case] Los motivos se abrieron
    [charter] Una carta de equipo se abrió
    [goal] Una meta común se abrió
   *[map] El mapa de aliados se abrió
} de nuevo después de la versión { $version }. Lo hizo: { $who }.
acceptance-record-edited = { $who } cambió { $kind ->
    [case] los motivos
    [charter] una carta de equipo
    [goal] una meta común
    [project] un lugar para empezar
    [structure] el árbol de equipos
   *[map] el mapa de aliados
}. Sigue en pie la versión { $stands }. La versión { $version } todavía no está acordada.
acceptance-stands = Sigue en pie la versión { $agreed }, acordada el { $on }. Se está escribiendo la versión { $newer }. Vale cuando cada parte esté de acuerdo con ella.
acceptance-stands-read = Leer la versión acordada
acceptance-agreed-title = Lo que acordó cada parte
acceptance-agreed-says = Cada parte acordó la versión { $version } el { $on }. Sigue en pie hasta que cada parte acuerde otra más nueva.
acceptance-agreed-gone = Las palabras de esta versión se retiraron.
acceptance-agreed-back = Ir a la página como está hoy
acceptance-remove-stands = Lo que acordó cada parte queda como está, y todos pueden leerlo todavía.
acceptance-remove-next = La página tiene una versión nueva sin esto. Esa versión vale cuando cada parte esté de acuerdo con ella.
acceptance-remove-ends = Si ahora se les pregunta a las partes por la página, esa pregunta termina. Se les puede presentar de nuevo.
acceptance-remove-named = El registro dice que usted lo quitó.
acceptance-remove-open = La página tiene una versión nueva sin esto. No hay botón para recuperarlo: alguien tendría que escribirlo otra vez.
