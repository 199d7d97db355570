# La cuenta de una persona: nombre, idioma, correo, contraseña, dispositivos.
account-title = Su cuenta
account-lede = Quién es usted aquí y cómo entra.
account-who-title = Nombre e idioma
account-name = Su nombre
account-name-hint = Como los demás deben leerlo junto a lo que usted escribe y firma.
account-language = Idioma
account-language-hint = Para estas páginas y para los mensajes que le enviamos.
account-save = Guardar
account-saved = Guardado.
account-back = Volver a su cuenta
account-no-name = Escriba su nombre.
account-not-a-name = Escriba un nombre en una sola línea, de 80 letras como máximo.
account-no-language = Elija un idioma.
account-not-an-address = Esto no es un correo electrónico. Debe verse así: nombre@example.org.
account-same-address = Este es el correo que usa ahora. Escriba otro.
account-address-taken = Este correo tiene su propia cuenta aquí. Entre con él, o elija otro correo.
account-email-title = Correo electrónico
account-email-is = Le escribimos a { $email }. Solo pueden verlo los líderes de su propia parte y quienes administran este servidor.
account-email-change = Cambiar mi correo
account-email-lede = Ahora usa { $email }. Enviamos un código al correo nuevo, para ver que es suyo.
account-email-new = Correo nuevo
account-email-hint = También avisamos a su correo anterior del cambio.
account-email-send = Enviar el código
account-email-save = Usar este correo
account-email-saved = Su correo se cambió. Se cerró la sesión en sus otros dispositivos.
account-password-title = Contraseña
account-password-is = Tiene una contraseña. También sirve un código por correo.
account-password-none = No tiene contraseña. Entra con un código por correo, y eso basta.
account-password-set = Crear una contraseña
account-password-change = Cambiar mi contraseña
account-password-lede = Una contraseña ayuda cuando el correo tarda. Cuatro o cinco palabras que no van juntas hacen una buena.
account-password-new = Contraseña nueva
account-password-hint = 15 caracteres o más. Puede usar espacios. No use su nombre, su escuela ni una contraseña que use en otro lugar.
account-password-then = Cerramos la sesión en sus otros dispositivos y le enviamos un mensaje. Si la escribió mal, siempre puede entrar con un código por correo.
account-password-save = Guardar esta contraseña
account-password-saved = Su contraseña está guardada. Se cerró la sesión en sus otros dispositivos.
account-password-short = Esta contraseña es muy corta. Use 15 caracteres o más.
account-password-long = Esta contraseña es muy larga. Use 200 caracteres como máximo.
account-password-easy = Esta contraseña se adivina fácilmente: en buena parte es una palabra común, una fila de teclas, algo repetido, o el nombre de usted o de su escuela. Agregue palabras que no van juntas.
account-password-remove-lede = También puede no tener contraseña.
account-password-remove = Quitar mi contraseña
account-password-gone = Su contraseña se quitó. Desde ahora entra con un código.
account-devices-title = Dónde tiene abierta la sesión
account-devices-lede = La sesión se cierra en un dispositivo después de una hora sin uso. ¿Ve uno que no es suyo? Cierre esa sesión, y cambie su contraseña si tiene una.
account-device-this = este dispositivo
account-device-in = { $hours ->
    [0] entró hace menos de una hora
    [one] entró hace { $hours } hora
   *[other] entró hace { $hours } horas
}
account-device-seen = { $minutes ->
    [0] en uso ahora
    [one] usado hace { $minutes } minuto
   *[other] usado hace { $minutes } minutos
}
account-device-end = Cerrar la sesión en { $device }
account-device-ended = Se cerró la sesión en ese dispositivo.
account-others-end = Cerrar la sesión en todos los demás dispositivos
account-others-ended = Se cerró la sesión en todos los demás dispositivos.
account-letter-password-subject = Su contraseña de Concord se guardó
account-letter-password = { $name }, se guardó una contraseña para su cuenta de Concord. Se cerró la sesión en sus otros dispositivos.

    ¿Fue usted? Entonces todo está bien.

    ¿No fue usted? Entre ahora con un código y ponga otra contraseña: { $link }
account-letter-removed-subject = Su contraseña de Concord se quitó
account-letter-removed = { $name }, se quitó la contraseña de su cuenta de Concord. Desde ahora entra con un código.

    ¿No fue usted? Entre ahora con un código y mire sus dispositivos: { $link }
account-letter-email-subject = Su correo de Concord se cambió
account-letter-email = { $name }, su cuenta de Concord usa ahora otro correo. Es la última vez que escribimos a este.

    ¿No fue usted? Avise hoy a quienes administran este servidor y a los líderes de su parte.
