# Una alianza que todavía es un borrador.
draft-chip = Borrador
draft-asleep = Apartado
draft-lede = Solo las dos partes ven esta página. No promete nada hasta que los dos líderes se conozcan y comiencen.
draft-sleeps = Este borrador se apartó porque nadie lo movió en un mes. Todo está guardado, y un botón lo retoma.
draft-wake = Retomarlo
draft-woken = El borrador se retomó.
draft-answers = Las cinco respuestas
draft-since = Comenzado el
draft-not-joined = Todavía no ha llegado nadie de aquí.
draft-invitations = Ver a quién se invitó
draft-edit = Cambiar las respuestas
draft-people = Ver a las personas
draft-withdraw = Retirar a su parte
draft-edit-title = Cambiar el borrador
draft-edit-lede = Las dos partes pueden cambiar todo aquí. Si usted guarda, los dos líderes muestran otra vez quiénes son antes de comenzar.
draft-stale = Alguien guardó un cambio mientras usted escribía. Esto es lo que vale ahora. Sus palabras siguen en los campos. Guarde para poner las suyas en su lugar.
draft-name = Nombre de la alianza
draft-first-party = Una parte
draft-second-party = La otra parte
draft-one-kind = Este grupo es
draft-one-name = Nombre de este grupo
draft-two-kind = El otro grupo es
draft-two-name = Nombre del otro grupo
draft-save = Guardar el borrador
draft-cancel = Dejarlo como está
draft-edited = El borrador está guardado.
draft-letter-subject = El borrador de { $name } está esperando
draft-letter-body = { $days ->
    [one] El borrador de { $name } lleva un tiempo sin moverse. En { NUMBER($days) } día se aparta. Todo queda guardado y un botón lo retoma.
   *[other] El borrador de { $name } lleva un tiempo sin moverse. En { NUMBER($days) } días se aparta. Todo queda guardado y un botón lo retoma.
}
draft-place = Dónde
draft-why = Por qué ahora
draft-terms = Cómo se llama a las partes
draft-waits = A la espera de { $parties }. Si nadie da un paso hasta el { $date }, el borrador se aparta. Todo queda guardado y un botón lo retoma.
