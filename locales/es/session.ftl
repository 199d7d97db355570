# Entrar, demostrar de nuevo quién es uno, salir.
session-title = Entrar
session-lede = Escriba su correo electrónico. Le enviamos un código y usted lo escribe aquí. No necesita contraseña.
session-email = Correo electrónico
session-email-hint = El correo al que llegó su invitación, o el que quiera usar aquí.
session-send = Enviarme un código
session-use-password = Tengo una contraseña
session-password = Contraseña
session-password-hint = Solo si la creó en la página de su cuenta.
session-enter-password = Entrar con mi contraseña
session-new-title = ¿Es su primera vez?
session-new = Use el mismo formulario. Después de escribir el código, le preguntamos su nombre y su cuenta queda lista.
session-kept-title = Qué guardamos
session-kept = Su correo, su nombre, el idioma en que lee, y lo que usted escribe y firma aquí. Los códigos y las contraseñas se guardan de modo que nadie puede leerlos. No seguimos a nadie.
session-readable = Quienes administran este servidor pueden leer todo lo demás que se escribe aquí. No escriba nada que la otra parte o su empleador no deba leer.
session-privacy = Qué guardamos y quién puede leerlo
session-code-title = Escriba su código
session-code-sent = Enviamos un mensaje a { $email }. Debe llegar en un minuto. Deje abierta esta página.
session-code = Código del mensaje
session-code-hint = Ocho letras y números. Las mayúsculas y el guion no importan.
session-enter-code = Continuar
session-no-letter-title = ¿No llegó el mensaje?
session-no-letter = Busque en el correo no deseado. Revise que la dirección de arriba esté bien. Después pida otro código: sirve el del mensaje más nuevo.
session-code-elsewhere = Este navegador no ha pedido ningún código. Vuelva al navegador donde lo pidió, o pida uno nuevo aquí.
session-code-again = Pedir otro código o corregir la dirección
session-code-over = Este código tiene más de diez minutos. No se perdió nada. Pida otro código.
session-code-used = Este código ya se usó. Cada código sirve una sola vez. Pida otro código.
session-code-tried = Este código se escribió mal cinco veces y ya no sirve. Pida otro código.
session-code-wrong = { $left ->
    [one] Ese no es el código del mensaje más nuevo. Puede intentarlo { $left } vez más.
   *[other] Ese no es el código del mensaje más nuevo. Puede intentarlo { $left } veces más.
}
session-no-code-asked = Este navegador no ha pedido ningún código. Pida uno aquí, o use el navegador donde lo pidió.
session-not-together = Ese correo y esa contraseña no van juntos. Inténtelo otra vez, o pida un código por correo.
session-wrong-password = Esa no es su contraseña. Inténtelo otra vez, o pida un código por correo.
session-join-title = ¿Cómo se llama?
session-join-lede = El correo { $email } es suyo y es nuevo aquí. Díganos su nombre y su cuenta queda lista.
session-join = Crear mi cuenta
session-joined = Su cuenta está lista.
session-prove-title = Demuestre que es usted
session-prove-lede = El paso que sigue es serio, como firmar en nombre de su parte. Por eso le preguntamos otra vez quién es. Vale por diez minutos.
session-prove-password = Continuar con mi contraseña
session-prove-or = O sin la contraseña:
session-prove-to = Enviamos un código a { $email }.
session-left = Ha salido de su cuenta.
session-device = { $browser } en { $system }
session-device-unknown = Un dispositivo que no dice cuál es
session-letter-subject = Su código para Concord
session-letter = Su código para entrar:

    { $code }

    Escríbalo en el navegador donde lo pidió. Sirve una sola vez, durante diez minutos, y solo allí.

    ¿No lo pidió usted? Entonces no tiene que hacer nada. Nadie puede entrar solo con este mensaje.
session-letter-prove = Su código para demostrar que es usted:

    { $code }

    Escríbalo en el navegador donde lo pidió. Sirve una sola vez, durante diez minutos, y solo allí.

    ¿No lo pidió usted? Entonces alguien puede estar usando su cuenta en otro dispositivo. Entre y cierre la sesión de ese dispositivo en la página de su cuenta.
session-letter-email = Alguien quiere usar este correo para su cuenta de Concord. Si fue usted, escriba este código en el navegador donde lo pidió:

    { $code }

    Sirve una sola vez, durante diez minutos, y solo allí.

    ¿No fue usted? Entonces no tiene que hacer nada. Nada va a cambiar.
session-why-invited = Para responder a la invitación a { $place }, primero muestre que puede leer el correo de su dirección. Luego vuelve a ella y oprime sí.
session-why-start = Para comenzar una alianza, primero muestre que puede leer el correo de su dirección. Luego vuelve a sus respuestas.
session-why-page = La página que pidió está abierta para quienes tienen un lugar allí. Entre, y vuelve a ella.
