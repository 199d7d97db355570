# Dos líderes muestran una a la otra quiénes son.
introduce-alone-title = En espera de la otra parte
introduce-alone = La persona a quien invitó todavía no ocupa su lugar. Mientras tanto, usted puede cambiar el borrador. También puede invitarla en persona.
introduce-title = Muéstrense quiénes son
introduce-how = Reúnanse o llámense. No usen el correo para esto. Cada quien lee un código en voz alta y la otra persona lo escribe.
introduce-mine = Lea este código en voz alta:
introduce-theirs = El código que usted oye
introduce-theirs-hint = Seis letras y números. Da igual si son mayúsculas o minúsculas.
introduce-means = Con esto usted dice: sé quién es, y el borrador puede comenzar tal como está.
introduce-button = Este es su código
introduce-heard-title = Usted ya escribió el otro código
introduce-heard = Ahora la otra persona escribe el suyo. Léaselo una vez más:
introduce-known = El código es correcto. La alianza comienza cuando la otra persona haya escrito el suyo.
introduce-begun = Ya se conocen. La alianza está activa. Esto es lo primero.
introduce-no-code = { $count ->
    [0] Este no es su código. Espere un cuarto de hora y luego pida que lo lean otra vez.
    [one] Este no es su código. Pida que lo lean otra vez. Le queda { NUMBER($count) } intento.
   *[other] Este no es su código. Pida que lo lean otra vez. Le quedan { NUMBER($count) } intentos.
}
introduce-waiting = Lea su código a la otra parte y escriba el de ella
introduce-letter-subject = La alianza { $place } está activa
introduce-letter-body = Los dos líderes mostraron quiénes son. La alianza { $place } está activa desde ahora. Ya puede traer a su gente y escribir un compromiso en conjunto.
introduce-own-code = Este es su propio código. Léaselo, y escriba el que le lean a usted.
