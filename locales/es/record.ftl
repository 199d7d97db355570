# Las páginas del registro y la oración de cada tipo de acto.
record-title = El registro común
record-lede = Todos los actos formales de esta alianza, primero los más nuevos. Cada acto lleva un número y un código que responde por él y por todo lo anterior. Si alguien cambiara el registro, incluso quienes administran este servidor, los códigos que usted guardó lo mostrarían.
record-none = Todavía no se ha registrado nada. El primer acto aparecerá aquí.
record-number = Registro n.º { NUMBER($number) }
record-mark = Registro n.º { NUMBER($number) } · código { $code }
record-older = Mostrar actos anteriores
record-receipt = Descargar el comprobante para un programa
record-file = Descargar el registro completo
record-checkpoint = Descargar la prueba de hoy
record-keep-title = Guarde su propia prueba
record-keep = Una página impresa o una carta de aquí es una prueba: lleva número y código. Si alguien alguna vez reescribiera el registro, su copia lo mostraría. Guarde una de vez en cuando. Los dos archivos son para un programa: los lee «concord verify».
record-key = La clave pública de esta instalación
record-paper-title = ¿Coincide mi papel?
record-paper-hint = Escriba el número y el código de una página impresa o de una carta.
record-paper-number = Número de registro
record-paper-code = Código
record-paper-check = Comprobar mi papel
record-paper-yes = Coincide. Su papel y este registro dicen lo mismo sobre ese acto y todos los anteriores.
record-paper-no = No coincide. Revise que haya escrito bien los dos. Si es así, muestre su papel a la otra parte y ejecute «concord verify».
record-see = Ver cómo está hoy
record-texts = Palabras que le corresponden
record-text-gone = El registro todavía prueba que aquí hubo palabras.
record-entry = El asiento tal como está guardado
record-by-the-house = Concord mismo
record-name-taken-out = una persona cuyo nombre se quitó conforme a la ley
record-record-opened = Se abrió el registro.
record-key-rotated = Se cambió la clave de firma de la instalación. Firmaron las dos claves.
record-text-redacted = Se quitó un texto conforme a la ley: { $reason }
record-commitment-begun = { $who } empezó el compromiso.
record-commitment-changes-asked = { $who } pidió cambiar el compromiso y abrió su texto de nuevo. Firmas sin efecto: { $voided }.
record-commitment-completed = Cada parte que debe estar de acuerdo ha firmado: el compromiso está vigente en la versión { $version } y se renueva a más tardar el { $renewal }.
record-commitment-confirmed = { $who } confirmó el compromiso por { $party }, como quien sucede a alguien que firmó y dejó su cargo.
record-commitment-frozen = { $who } cerró la versión { $version } del compromiso para la firma, con renovación a más tardar el { $renewal }.
record-commitment-lapsed = { $reason ->
    [left-office] El compromiso perdió vigencia para { $party }, porque alguien que firmó dejó su cargo.
   *[other] El compromiso perdió vigencia, porque pasó su fecha de renovación.
}
record-commitment-not-confirmed = Nadie confirmó el compromiso a tiempo. Sigue sin vigencia.
record-commitment-not-signed = No todos firmaron a tiempo la versión { $version } del compromiso. Está abierta de nuevo para escribir.
record-commitment-party-withdrew = { $party } se retiró, y terminó su lugar en el compromiso. { $state ->
    [withdrawn] El compromiso terminó.
    [writing] El texto está abierto de nuevo para escribir.
   *[other] Lo demás sigue como estaba.
}
record-commitment-renewal-begun = { $who } empezó la renovación del compromiso.
record-commitment-renewed = La renovación reemplazó la versión { $version } del compromiso.
record-commitment-reopened = { $who } abrió de nuevo el texto del compromiso. Nadie había firmado.
record-commitment-signed = { $standing ->
    [advising] { $who } firmó el compromiso por { $party }, como parte que aconseja, en la versión { $version }.
   *[other] { $who } firmó el compromiso por { $party }, en la versión { $version }.
}
record-commitment-signed-on-paper = { $who } anotó una firma por { $party } dada en papel el { $on }, ante alguien de otra parte.
record-commitment-signers-named = { $who } nombró quién firma el compromiso por { $party }.
record-commitment-supported = { $who }, de { $party }, agregó su nombre al compromiso.
record-commitment-translated = { $who } tradujo la versión { $version } del compromiso ({ $language }).
record-commitment-translation-reviewed = { $who } revisó la traducción de la versión { $version } del compromiso ({ $language }).
record-joint-closed-by-one-side = Pasó la fecha sin respuesta de { $silent }. Una sola parte cerró la alianza.
record-joint-confirmed = { $who } dijo que sí por { $party }: «{ $act }».
record-joint-ended-by-refusal = «{ $act }» terminó porque una parte dijo que no.
record-joint-lapsed = «{ $act }» venció. Nada cambió.
record-joint-passed = Todas las partes estuvieron de acuerdo: «{ $act }». Se hizo.
record-joint-proposed = { $who } propuso por { $party }: «{ $act }».
record-joint-refused = { $who } dijo que no por { $party }: «{ $act }».
record-joint-withdrawn = Se retiró la propuesta «{ $act }».
record-lead-named = { $who } nombró a otra persona como líder de { $party }.
record-lead-objected = { $who } se opuso a la persona propuesta como líder de { $party }.
record-lead-proposed = { $who } propuso a una persona como líder de { $party }.
record-lead-recovered = { $party } tiene un líder otra vez. Nadie de esa parte se opuso.
record-partnership-active = Los dos líderes se conocen. La alianza comenzó con { $parties }.
record-partnership-begun = { $who } comenzó un borrador en { $site }.
record-partnership-ended = La alianza terminó.
record-partnership-paused = La alianza entró en pausa, porque quedan menos de dos partes que deben estar de acuerdo.
record-party-empty = Ya nadie participa por { $party }. Se preguntará a su contacto de relevo.
record-party-withdrew = { $who } retiró a { $party } de la alianza.
record-seat-changed = { $who } cambió un lugar de { $party }.
record-seat-ended = { $reason ->
    [left] { $who } dejó su propio lugar.
    [term] Terminó un período, y con él un lugar.
   *[ended] { $who } terminó un lugar.
}
record-seat-taken = { $lead ->
    [true] { $who } ocupó un lugar como líder de { $party }.
   *[false] { $who } ocupó un lugar.
}
record-successor-asked = Se preguntó al contacto de relevo de { $party } si ocupa su lugar.
record-successor-named = { $who } nombró un contacto de relevo para { $party }.
record-invitation-declined = Se rechazó una invitación.
record-invitation-sent = { $who } invitó a alguien a participar por { $party }.
record-invitation-withdrawn = { $who } retiró una invitación.
record-held = Hay una retención legal desde el { $day }: alguien, como un tribunal o una oficina de archivos, pidió que se conserven los papeles de esta alianza. Mientras dure no se quita nada.
record-held-why = El registro n.º { NUMBER($number) } dice por qué.
record-held-who = Solo quien opera el servidor puede poner una retención o terminarla. Cada vez el registro lo dice.
record-hold-placed = Pidieron a quien opera el servidor que conserve todo lo de esta alianza: comenzó una retención legal. No se borra nada mientras dure.
record-hold-released = Quien opera el servidor terminó la retención legal.
record-hold-reason = Diga en una línea quién pidió la retención y por qué. No se cambió nada.
record-hold-held = Ya hay una retención. No se cambió nada.
record-hold-not-held = No hay ninguna retención que terminar. No se cambió nada.
record-go = Ir al registro número
record-go-button = Mostrarlo
record-receipt-says = Para personas: imprima esta página. Su número y su código son la prueba, y la página del registro dice si coinciden. El comprobante es lo mismo para un programa: lo lee «concord verify».
record-entry-says = Signo por signo, como se hace con él la prueba. Allí se cuenta desde 0, por eso «seq» es uno menos que el número de arriba. No contiene nombres ni textos, solo sus huellas.
