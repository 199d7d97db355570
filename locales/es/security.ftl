# La página del registro de seguridad para quien administra la instalación.
security-title = Registro de seguridad
security-lede = Lo que pasó en las puertas de esta instalación en los últimos 90 días, lo más nuevo primero. No dice ningún correo ni dirección de red. Dos líneas con la misma marca vinieron del mismo lugar.
security-none = Todavía no ha pasado nada. La primera entrada aparecerá aquí.
security-older = Mostrar líneas anteriores
security-place = lugar { $tag }
security-signed-in = Entró
security-joined = Creó una cuenta
security-proved = Demostró otra vez quién es
security-wrong-password = Se probó una contraseña equivocada
security-wrong-code = Se probó un código equivocado
security-limit-reached = Se llegó al límite de intentos
security-signed-out = Salió
security-session-ended = Cerró la sesión en otro dispositivo
security-password-set = Guardó una contraseña
security-password-removed = Quitó una contraseña
security-email-changed = Cambió su correo
security-operator = Hizo algo como administrador de la instalación
