# El compromiso: se escribe en conjunto, se cierra para la firma, se firma y se cumple.
commitment-title = Nuestro compromiso
commitment-kicker = Preparar · paso 4 de 10
commitment-lede = Lo que nos prometemos, por cuánto tiempo, y qué pasa si uno de nosotros deja su cargo.
commitment-neutral = lugar neutral

# En qué está.
commitment-state-writing = Se está escribiendo
commitment-state-signing = En firma
commitment-state-signed = Firmado
commitment-state-due = Por renovar
commitment-state-lapsed = Sin vigencia
commitment-state-superseded = Renovado
commitment-state-withdrawn = Retirado
commitment-stands-writing = Se puede escribir desde el { $since }. La versión { NUMBER($version) } es la más nueva. Nadie ha prometido nada todavía.
commitment-stands-signing = El texto se cerró el { $since }. Los líderes nombrados pueden firmar hasta el { $until }. Todavía no está vigente.
commitment-stands-signed = Cada parte que debe estar de acuerdo lo firmó. Está vigente desde el { $since } y se renueva a más tardar el { $renew_on }.
commitment-stands-due = Sigue vigente, pero llegó su fecha de renovación: { $renew_on }. Si no se renueva, pierde vigencia el { $last }.
commitment-stands-renewal-passed = Perdió vigencia el { $since }, porque no se renovó a más tardar el { $renew_on }.
commitment-stands-left-office = Perdió vigencia el { $since }, porque alguien que firmó ya no está en su cargo. Vuelve a estar vigente cuando quien le sucede lo confirme.
commitment-stands-superseded = Se renovó el { $since }. Está vigente el más nuevo.
commitment-stands-withdrawn = Terminó el { $since }, porque quedan en él menos de dos partes que deben estar de acuerdo.
commitment-silence-signing = Si no han firmado todos a más tardar el { $until }, el texto vuelve a escribirse y no queda nada firmado.
commitment-silence-succession = Si nadie confirma a más tardar el { $until }, sigue sin vigencia y cualquier parte puede empezar la renovación.
commitment-silence-due = Si no se renueva, pierde vigencia el { $last }.
commitment-waits-for-names = no ha nombrado quién firma. Se espera desde el { $since }.
commitment-waits-for-signature = falta su firma. Se espera desde el { $since }, hasta el { $until }.
commitment-waits-for-successor = falta que lo confirme su nuevo líder. Se espera desde el { $since }, hasta el { $until }.
commitment-the-open = El texto que aún no está firmado
commitment-the-renewal = La renovación que aún no está firmada
commitment-the-standing = El que firmamos
commitment-none = Todavía no hay un compromiso
commitment-supporters = { $count ->
    [one] Una persona lo apoya
   *[other] { $count } personas lo apoyan
}
commitment-supporters-more = { $count ->
    [one] y una más
   *[other] y { $count } más
}
commitment-earlier = Compromisos anteriores
commitment-earlier-of = Del { $day }, versión { NUMBER($version) }

# El documento.
commitment-advising = Firmado por partes que aconsejan
commitment-renew-on = Se renueva a más tardar el
commitment-version = Versión
commitment-governs = El texto que rige está en
commitment-hash = Huella del texto (SHA-256)
commitment-legal = Este es un acuerdo de trabajo. No es una negociación colectiva, no renuncia a ningún derecho y no crea una práctica establecida. Una firma promete esfuerzo. Firmar es voluntario.
commitment-printed = Impreso el { $day }
commitment-block-nobody = Nadie ha firmado
commitment-block-waiting = Se espera desde el { $since }
commitment-block-will-sign = Persona nombrada para firmar
commitment-block-signed = Firmado el { $at }
commitment-block-successor = Confirmado por quien sucede, el { $at }
commitment-block-on-paper = Firmado en papel el { $on }, ante { $witness }, anotado aquí el { $at }
commitment-ended-title = { $count ->
    [one] Una firma que ya no cuenta
   *[other] { $count } firmas que ya no cuentan
}
commitment-ended-voided = { $name }, por { $party }, firmó el { $signed }. Quedó sin efecto el { $on }, porque el texto se abrió de nuevo.
commitment-ended-left = { $name }, por { $party }, firmó el { $signed } y dejó su cargo el { $on }.
commitment-ended-withdrew = { $name }, por { $party }, firmó el { $signed }. Su parte se retiró el { $on }.
commitment-ended-renewed = { $name }, por { $party }, firmó el { $signed } y volvió a firmar el { $on }.

# Lo siguiente.
commitment-next-kicker = Le toca a usted
commitment-next-may = Lo que puede hacer
commitment-next-sign = Léalo y firme
commitment-next-sign-says = { $party } le nombró para firmar. Lea exactamente lo que se cerró y firme, o hable antes con los demás.
commitment-next-sign-button = Leer y firmar
commitment-next-confirm = ¿Sigue la promesa?
commitment-next-confirm-says = Alguien que firmó por { $party } ya no está en su cargo. Como quien le sucede, lea la promesa y diga que sigue.
commitment-next-confirm-button = Leer y confirmar
commitment-next-name = Nombre quién firma por su parte
commitment-next-name-says = El texto se puede cerrar cuando cada parte que debe estar de acuerdo haya nombrado quién firma. Falta { $party }.
commitment-next-name-button = Nombrar quién firma
commitment-next-advise = Firme como parte que aconseja
commitment-next-advise-says = { $party } puede agregar su nombre. Nada depende de ello.
commitment-next-freeze = Cierre el texto para la firma
commitment-next-freeze-says = Cada parte que debe estar de acuerdo nombró quién firma. Una vez cerrado, el texto no cambia, y hay { $days ->
    [one] un día
   *[other] { $days } días
} para firmar.
commitment-next-freeze-button = Cerrar para la firma
commitment-next-write = Escríbanlo en conjunto
commitment-next-write-says = Cualquiera que tenga un lugar aquí puede cambiar el texto. Cada versión se guarda, con quién cambió qué.
commitment-next-write-button = Escribir
commitment-next-support = Agregue su nombre
commitment-next-support-says = Usted apoya lo que prometieron sus líderes. No le obliga a nada y no tiene que dar una razón.
commitment-next-support-button = Agregar mi nombre

# Empezar y renovar.
commitment-begin-title = Empiece el compromiso
commitment-begin-says = Es un texto que escriben en conjunto. Nadie queda obligado hasta que cada lado firme.
commitment-begin-button = Empezar a escribir
commitment-renew-title = Empiece la renovación
commitment-renew-says = Una renovación es un texto nuevo que nombra al que renueva. Hasta que se firme, nada cambia.
commitment-renew-button = Empezar la renovación
commitment-start = Partir de
commitment-start-earlier = El texto vigente
commitment-start-earlier-means = Cambie lo que deba cambiar.
commitment-start-sample = Nuestro texto de muestra
commitment-start-sample-means = Una página de promesas sencillas. Cambie las palabras que quiera.
commitment-start-blank = Una página en blanco
commitment-start-blank-means = Ustedes ya tienen su propio texto.
commitment-language = El idioma que rige
commitment-language-hint = Al lado puede haber una traducción. Este es el texto que se firma.

# Escribir.
commitment-write-title = Escribir el compromiso
commitment-write-lede = Digan qué prometen, por cuánto tiempo, y qué pasa si alguien deja su cargo.
commitment-write-body = El texto
commitment-write-body-hint = Los signos dan forma al texto: # empieza un título, - o 1. empieza una lista, y una línea vacía empieza un párrafo. Después de guardar, se ve como se va a leer.
commitment-write-renew-on = Renovar a más tardar el
commitment-write-renew-on-hint = Les avisamos 60 y 14 días antes. Cinco años como máximo.
commitment-write-button = Guardar esta versión
commitment-saved-by = Versión { NUMBER($number) }, que guardó { $by } ({ $party }) el { $at }
commitment-versions-title = Todas las versiones
commitment-versions-lede = Quién guardó qué, de la más nueva a la más vieja. Abra una para ver qué cambió.
commitment-version-title = Versión { NUMBER($number) }
commitment-version-changes = Qué cambió
commitment-version-hint = Las palabras agregadas están subrayadas. Las que se quitaron están tachadas.
commitment-version-whole = El texto completo de esta versión
commitment-merge-title = Alguien guardó antes que usted
commitment-merge-clean = No se perdió nada. Cambiaron partes distintas, así que los dos cambios están en el texto de abajo. Léalo y guárdelo.
commitment-merge-conflicts = { $count ->
    [one] No se perdió nada. En un lugar los dos cambiaron las mismas palabras. Las dos versiones están en el texto de abajo. Deje una o escriba una tercera.
   *[other] No se perdió nada. En { $count } lugares los dos cambiaron las mismas palabras. Las dos versiones están en el texto de abajo. Deje una o escriba una tercera.
}
commitment-merge-theirs = Lo que cambió la otra persona
commitment-merge-yours = Lo que cambió usted
commitment-merge-from = Usted partió de la versión { NUMBER($number) }
commitment-merge-body = El texto con los dos cambios
commitment-merge-body-hint = Las líneas que empiezan con >>>>> muestran dos versiones de las mismas palabras. Quite esas líneas antes de guardar.
commitment-merge-other-date = La otra persona eligió otra fecha de renovación: { $date }
commitment-merge-button = Guardar este texto
commitment-merge-leave = Dejar lo que guardó la otra persona
commitment-merge-base = Versión { NUMBER($number) }, de la que partieron los dos
commitment-merge-mark-theirs = Lo que escribió { $name }:
commitment-merge-mark-yours = Lo que escribió usted:
commitment-merge-mark-end = Fin de las dos
commitment-translation-title = Traducir el compromiso
commitment-translation-lede = Una traducción ayuda a leer. El texto que rige está en { $language }.
commitment-translation-language = El idioma al que traduce
commitment-translation-body = Su traducción
commitment-translation-hint = Deje los signos al comienzo de las líneas (#, -): hacen los títulos y las listas. Otra persona debe leerla antes de que los demás confíen en ella.
commitment-translation-button = Guardar la traducción
commitment-translation-text = El texto como está
commitment-translation-in = Léalo en { $language }
commitment-translation-governs = Esta es una traducción. El texto que rige está en { $language }.
commitment-translation-made = La hizo { $maker } el { $day }, de la versión { NUMBER($version) }.
commitment-translation-reviewed = La revisó { $reader } el { $day }.
commitment-translation-unreviewed = Nadie la ha revisado todavía.
commitment-translation-old = Ahora está la versión { NUMBER($version) }.
commitment-translation-review = La leí y es correcta

# Cerrar y firmar.
commitment-signers-title = Quién firma por su parte
commitment-signers-lede = { $party } nombra a uno o dos de sus líderes. Ninguna otra parte opina sobre esto.
commitment-signers-legend = Líderes que firman
commitment-signers-hint = Marque una o dos personas. Si nombra a dos, las dos tienen que firmar.
commitment-signers-button = Nombrar
commitment-reopen-title = Abrir el texto otra vez, para cambiarlo
commitment-reopen-says = Así se abre el texto de nuevo. Las firmas que ya se dieron quedan sin efecto, y todos lo ven.
commitment-reopen-reason = Por qué
commitment-reopen-hint = Hace falta si alguien ya firmó. Queda en el registro.
commitment-reopen-button = Abrir el texto de nuevo
commitment-sign-title = Firmar el compromiso
commitment-sign-says = Este es exactamente el texto que se cerró. Usted lo firma por { $party }.
commitment-sign-says-advising = Este es exactamente el texto que se cerró. Usted lo firma por { $party }, como parte que aconseja.
commitment-sign-name = Escriba su nombre como lo firma
commitment-sign-name-hint = Queda debajo del texto y en el registro conjunto.
commitment-sign-means = Al firmar, usted promete esforzarse. También puede dejar esta página y hablar antes con los demás.
commitment-sign-button = Firmar por { $party }
commitment-sign-later = Ahora no
commitment-confirm-title = Confirmar como quien sucede
commitment-confirm-says = Alguien antes que usted firmó esto por { $party }. Si usted firma, la promesa sigue.
commitment-paper-title = Anotar una firma en papel
commitment-paper-lede = Una de las personas que nombró { $party } firmó en papel. Anótelo aquí, con alguien de otra parte que lo vio.
commitment-paper-none = No falta la firma de nadie de su parte.
commitment-paper-signer = Quién firmó
commitment-paper-name = El nombre en el papel
commitment-paper-name-hint = Tal como está escrito.
commitment-paper-on = El día que dice el papel
commitment-paper-on-hint = No antes de que se cerrara el texto.
commitment-paper-witness = Quién lo vio
commitment-paper-witness-hint = Un líder de otra parte. La firma queda marcada como dada en papel.
commitment-paper-button = Anotar esta firma

# Otros caminos.
commitment-to-print = Imprimirlo
commitment-to-versions = Todas las versiones
commitment-to-text = Descargar el texto exacto
commitment-to-write = Escribir en él
commitment-to-signers = Quién firma por nosotros
commitment-to-paper = Anotar una firma en papel
commitment-to-translation = Traducirlo

# Lo que se hizo.
commitment-done-begun = El compromiso está empezado. Cambie las palabras que quiera.
commitment-done-saved = La versión { NUMBER($number) } está guardada.
commitment-done-unchanged = No cambió nada, así que no se hizo otra versión.
commitment-done-translated = La traducción está guardada. Pida a otra persona que la lea.
commitment-done-reviewed = La traducción quedó revisada, con su nombre.
commitment-done-named = Usted nombró quién firma. Queda en el registro.
commitment-done-frozen = El texto está cerrado para la firma. Se avisó a los líderes de todas las partes.
commitment-done-reopened = El texto está abierto de nuevo. Se avisó a los líderes de todas las partes.
commitment-done-signed = Usted firmó. Registro n.º { NUMBER($number) } · código { $code }
commitment-done-complete = Usted firmó, y ahora el compromiso está vigente. Su firma es el registro n.º { NUMBER($number) } · código { $code }
commitment-done-supported = Su nombre está agregado. Registro n.º { NUMBER($number) } · código { $code }

# Cuando una regla dice que no.
commitment-no-one-is-open = Ya hay uno que se escribe o se firma. Trabaje en ese.
commitment-no-not-writing = El texto no está abierto para escribir ahora. Lo que escribió sigue abajo.
commitment-no-text = Escriba primero un texto.
commitment-no-too-long = El texto pasa de 40,000 signos. Nadie firma más de lo que puede leer. Hágalo más corto.
commitment-no-not-merged = Todavía hay dos versiones de las mismas palabras. Deje una y quite las líneas que empiezan con { $mark }
commitment-no-renewal-unreadable = Escriba la fecha de renovación como año, mes y día: 2027-09-01.
commitment-no-renewal-past = La fecha de renovación tiene que ser después de hoy.
commitment-no-renewal-too-far = La fecha de renovación puede estar a cinco años como máximo.
commitment-no-one-or-two-leads = Nombre a uno o dos líderes de su propia parte.
commitment-no-has-signed = { $name } ya firmó y sigue en la lista. Para cambiarlo, abra el texto de nuevo.
commitment-no-nobody-named = Estas partes no han nombrado quién firma: { $parties }.
commitment-no-one-party = Un compromiso necesita por lo menos dos partes que deben estar de acuerdo y que tengan un líder.
commitment-no-not-signing = El texto no está abierto para firmar ahora.
commitment-no-reason-needed = Alguien ya firmó. Diga por qué pide cambiar el texto: abrirlo deja sin efecto esa firma.
commitment-no-not-named = Su parte no le ha nombrado para firmar. Sus líderes pueden hacerlo.
commitment-no-signed-already = Su nombre ya está ahí.
commitment-no-name-needed = Escriba el nombre como se firma.
commitment-no-paper-signer = Elija a un líder de su parte que fue nombrado y que no ha firmado.
commitment-no-witness = Elija a alguien de otra parte que vio la firma.
commitment-no-paper-day = Escriba el día que dice el papel. Está entre el día en que se cerró el texto y hoy.
commitment-no-nothing-to-confirm = Su parte no tiene nada que confirmar ahora.
commitment-no-nothing-to-support = Ahora no hay un compromiso firmado que apoyar.
commitment-no-own-language = Elija un idioma distinto al del texto.
commitment-no-nothing-to-review = No hay una traducción que usted pueda revisar. Nadie revisa la suya.

# Lo que espera, en la página de inicio.
commitment-wait-sign = Lea el compromiso y fírmelo
commitment-wait-name = Nombre quién firma el compromiso por su parte
commitment-wait-confirm = Confirme el compromiso como quien sucede
commitment-wait-renew = Renueve el compromiso

# Cartas.
commitment-mail-subject = { $place }: { $subject }
commitment-mail-greeting = Saludos, { $name }:
commitment-mail-link = El compromiso de { $place }: { $link }
commitment-mail-frozen-subject = el compromiso está cerrado para la firma
commitment-mail-frozen = { $who } cerró el texto para la firma. Los líderes nombrados pueden firmar hasta el { $until }. Si no han firmado todos para entonces, el texto vuelve a escribirse y no queda nada firmado.
commitment-mail-reopened-subject = el compromiso está abierto de nuevo
commitment-mail-reopened = { $who } abrió de nuevo el texto del compromiso. Nadie había firmado.
commitment-mail-changes-subject = las firmas quedan sin efecto y el texto está abierto
commitment-mail-changes = { $who } pide cambiar el texto, así que está abierto de nuevo y las firmas dadas hasta ahora quedan sin efecto. La razón: { $reason }
commitment-mail-signed-subject = { $who } firmó el compromiso
commitment-mail-signed = { $who } firmó. Todavía faltan: { $missing }. El último día para firmar es el { $until }.
commitment-mail-advised = { $who } firmó como parte que aconseja.
commitment-mail-stands-subject = el compromiso está vigente
commitment-mail-stands = Cada parte que debe estar de acuerdo ha firmado. El compromiso está vigente y se renueva a más tardar el { $renew_on }.
commitment-mail-signer-left-subject = tiene que firmar otra persona
commitment-mail-signer-left = { $name } iba a firmar y ya no está en su cargo. Su parte puede nombrar a otro líder. El último día para firmar es el { $until }.
commitment-mail-not-signed-subject = el compromiso no se firmó
commitment-mail-not-signed = Pasó el último día sin todas las firmas, así que el texto está abierto de nuevo y no queda nada firmado. Faltaron: { $silent }
commitment-mail-lapsed-subject = el compromiso perdió vigencia
commitment-mail-left-office = { $name }, que firmó por { $party }, ya no está en su cargo. El compromiso queda sin vigencia hasta que lo confirme un líder de { $party }. El último día para confirmar es el { $until }. Las demás partes siguen cumpliendo lo prometido.
commitment-mail-renewal-passed = La fecha de renovación, { $renew_on }, pasó hace treinta días sin que se renovara, así que el compromiso perdió vigencia. Cualquier parte puede empezar uno nuevo.
commitment-mail-not-confirmed-subject = nadie confirmó el compromiso
commitment-mail-not-confirmed = Pasó el último día para que lo confirmara quien sucede. El compromiso sigue sin vigencia. Cualquier parte puede empezar la renovación.
commitment-mail-party-left-subject = { $party } se retiró
commitment-mail-party-left = { $party } se retiró de la alianza y sus firmas ya no cuentan. { $state ->
    [writing] El texto está abierto de nuevo para escribir.
    [signed] El compromiso sigue vigente entre las demás.
    [withdrawn] Quedan menos de dos partes que deben estar de acuerdo, así que el compromiso terminó.
   *[other] Lo demás del compromiso sigue como estaba.
}
commitment-mail-renew-soon-subject = es hora de renovar el compromiso
commitment-mail-renew-soon = El compromiso se renueva a más tardar el { $renew_on }. Vean qué cumplieron, qué no cumplieron y qué quieren prometer después. Luego empiecen la renovación.
commitment-mail-due-subject = el compromiso está por renovar
commitment-mail-due = La fecha de renovación del compromiso es hoy. Si no se renueva, pierde vigencia el { $last }.

# La guía.
commitment-guide = Por qué comprometerse, y cómo
commitment-guide-why = Cambian los líderes y el buen trabajo se deshace. Una promesa corta, que firman los líderes de cada lado y que se lee en voz alta a quienes llegan, lo mantiene unido.
commitment-guide-questions = Preguntas para conversar
commitment-guide-question-promise = ¿Qué nos prometemos, con palabras que entiendan los miembros y las familias?
commitment-guide-question-long = ¿Por cuánto tiempo, y cuándo lo revisamos?
commitment-guide-question-leave = ¿Qué pasa si uno de nosotros deja su cargo?
commitment-guide-question-fail = ¿Qué significa no dejarnos fracasar?
commitment-guide-example = Un ejemplo
commitment-guide-example-says = En un distrito, { $union-the } y { $head-the } partieron del texto de muestra. Quitaron dos promesas que no podían cumplir, agregaron una sobre el presupuesto y pusieron la renovación en el mes después de la elección de la junta escolar. Les tomó dos reuniones.
commitment-guide-end = Con qué se quedan
commitment-guide-end-says = Una página firmada por los líderes que nombró cada parte que debe estar de acuerdo, con fecha de renovación y número de registro. Imprímala para una resolución de la junta.
commitment-no-name-differs = Escriba su nombre como está aquí: { $own }. Si está mal, cámbielo en «Su cuenta» y vuelva a firmar.
commitment-no-nothing-to-renew = Ahora no hay un compromiso en pie que se pueda renovar.
commitment-sign-own = Firma como { $own }. Este nombre se imprime debajo del texto.
commitment-renew-stands = El compromiso que firmaron sigue en pie hasta que cada parte que debe estar de acuerdo haya firmado el nuevo. Hay que renovarlo antes del { $on }.
commitment-renew-asks = Se pide a estas partes que nombren quién firma: { $sides }. { $leads ->
    [one] Una persona que dirige lo recibe
   *[other] { $leads } personas que dirigen lo reciben
} en su lista «Por hacer».
commitment-renew-writes = Todos los que aquí pueden escribir pueden escribir en el texto nuevo. Reemplaza al anterior solo cuando está firmado.
commitment-renew-named = El registro dice que usted la empezó.
commitment-freeze-title = ¿Cerrar el texto para la firma?
commitment-freeze-days = Desde entonces el texto no cambia. Los líderes nombrados tienen { $days ->
    [one] un día
   *[other] { $days } días
} para firmar, hasta el { $until }. Si no han firmado todos para entonces, el texto vuelve a escribirse y no queda nada firmado.
commitment-freeze-back = Los líderes de todas las partes reciben una carta. Cualquier parte que debe estar de acuerdo puede abrir el texto otra vez; las firmas entonces ya no cuentan.
commitment-unread = Estas partes no han dicho que leyeron la versión { $version }: { $sides }.
commitment-read-by-all = Cada parte que debe estar de acuerdo leyó la versión { $version }.
commitment-looked-button = Nuestra parte leyó esta versión
commitment-done-looked = Guardado: su parte leyó esta versión.
commitment-foreign-translated = Este texto está en { $language }. Debajo hay una traducción: { $own }.
commitment-foreign-alone = Este texto está en { $language }. Todavía nadie lo ha traducido ({ $own }). Pida una traducción a quien dirige su parte.
commitment-is-over = El compromiso terminó
commitment-is-over-read = Leerlo como se firmó
commitment-none-others = Cuando las partes escriban lo que se prometen, estará aquí. Ahora no se puede empezar desde su lugar.
commitment-differs = Qué cambia frente al que firmaron
commitment-read-standing = Leer el texto vigente
commitment-wait-look = Lea la versión { NUMBER($version) } del compromiso
commitment-wait-freeze = Cierre el texto del compromiso para la firma
