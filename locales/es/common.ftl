# El marco de cada página, y las páginas que dicen por qué algo no se hizo.
common-skip = Ir al contenido
common-menu = Menú
common-menu-label = Principal
common-home = Inicio
common-people = Personas
common-account = Su cuenta
common-sign-in = Entrar
common-sign-out = Salir
common-source = Código fuente de esta versión
common-privacy = Qué guardamos y quién puede leerlo
common-licence = Software libre bajo la AGPL, versión 3 o posterior
common-say-changed = Esta página ha cambiado.
common-say-show = Mostrar la página nueva
common-say-updated = La página se actualizó.
common-say-restored = Pusimos de nuevo lo que usted había escrito.
common-say-offline = No hay conexión. No se envió nada. Su texto se conserva aquí.
common-say-copied = Copiado.
common-print = Imprimir
common-copy = Copiar el enlace
common-save = Guardar
common-back = Volver
common-optional = (puede omitir esto)
common-where = Dónde está usted
common-errors = { $count ->
    [one] Hay algo que corregir
   *[other] Hay { $count } cosas que corregir
}
common-errors-kept = Lo que usted escribió se conserva.
common-record-mark = Registro n.º { NUMBER($number) } · código
common-demo-title = Demostración
common-demo-banner = Un distrito de muestra. Nadie ni nada en él es real, y no se envía ningún correo.
common-demo-people = Ser otra persona
common-demo-mail = Leer los mensajes
common-state-draft = Borrador
common-state-active = Activa
common-state-paused = En pausa
common-state-ended = Terminada
common-minutes = { $count ->
    [one] cerca de un minuto
   *[other] cerca de { $count } minutos
}
error-number = Si pide ayuda, dé este número: { $number }
error-typed-title = Lo que usted escribió
error-typed-hint = Todavía está aquí. Cópielo antes de dejar esta página.
error-way-home = Ir a su página de inicio
error-way-back = Volver a la página
error-way-sign-in = Entrar
error-way-prove = Mostrar que es usted
error-refused-title = Eso no funcionó
error-refused-next = Lo que escribió está abajo. Cámbielo y envíelo de nuevo.
error-unseen-title = No podemos mostrarle esta página
error-unseen-what = No existe, o no está abierta para usted. En los dos casos decimos lo mismo.
error-unseen-next = Revise la dirección. Si vino en una carta, quizá falte parte del enlace o la invitación terminó: pida una nueva a quien se la envió.
error-forbidden-title = Puede mirar, pero no hacer esto
error-forbidden-what = Su lugar no da este derecho, así que no se cambió nada.
error-forbidden-next = Pregunte a los líderes de su parte. La página de personas dice quiénes son.
error-foreign-title = Esto vino de otra página
error-foreign-what = Su navegador dice que se envió desde otro sitio, así que no se cambió nada.
error-foreign-next = Abra la página aquí de nuevo y envíelo desde allí.
error-sign-in-title = Su sesión se cerró
error-sign-in-what = No se cambió nada. Estuvo ausente un rato, o salió en este dispositivo.
error-sign-in-next = Entre, vuelva a la página y envíelo de nuevo.
error-prove-title = Muestre que es usted
error-prove-what = Este acto es importante. Todavía no se cambió nada.
error-prove-next = Muestre una vez más que es usted y hágalo de nuevo. Toma un minuto.
error-stale-title = Alguien lo cambió antes que usted
error-stale-what = Mientras usted escribía, otra persona guardó un cambio. El suyo vale, y lo que usted escribió se conserva abajo.
error-stale-next = Abra la página de nuevo, mire el cambio y agregue sus palabras.
error-too-many-title = Demasiados intentos
error-too-many-what = Para cuidar su cuenta, esperamos un rato después de varios intentos. No se cambió nada.
error-too-many-next = { $minutes ->
    [one] Intente de nuevo en un minuto.
   *[other] Intente de nuevo en { $minutes } minutos.
}
error-too-large-title = Es demasiado largo
error-too-large-what = Un formulario aquí puede llevar unas treinta páginas. No se cambió nada.
error-too-large-next = Vuelva, hágalo más corto y envíelo de nuevo.
error-unreadable-title = No pudimos leer eso
error-unreadable-what = El formulario llegó en pedazos, o de una página vieja. No se cambió nada.
error-unreadable-next = Abra la página de nuevo y envíelo otra vez.
error-busy-title = Un momento, por favor
error-busy-what = Hay muchas personas aquí a la vez, así que esto no se hizo. No se cambió nada.
error-busy-next = Espere unos segundos y envíelo de nuevo.
error-full-title = Ahora no se puede guardar nada
error-full-what = El disco de este servidor está lleno. Lo guardado antes está a salvo, y ahora no se cambió nada.
error-full-next = Avise a quienes administran este servidor. Sus palabras están abajo para que pueda guardarlas.
error-broken-title = Algo falló de nuestro lado
error-broken-what = No es culpa suya, y no se cambió nada.
error-broken-next = Intente de nuevo en un minuto. Si vuelve a fallar, avise a quienes administran este servidor.
common-style-guide = Guía de estilo
common-security = Registro de seguridad
common-todo = Pendientes
common-tools = Más herramientas
common-agreements = Acuerdos
common-meeting = Reunión
common-crisis = Crisis
common-guide = La guía
common-confirm-follows = Qué va a pasar
common-confirm-not = Volver sin cambiar nada
error-way-people = Ver quién dirige su parte
common-help = Ayuda
