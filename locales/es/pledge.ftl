# «Agregar mi nombre»: apoyo sin cuenta. Lo leen las familias: sexto grado.
at-title = Alianzas aquí
at-lede = Estas alianzas han abierto una página para todos.
at-none = Ninguna alianza tiene todavía una página pública
at-none-what = Usted puede comenzar una con cinco respuestas.
at-one-lede = Trabajan juntos aquí: { $parties }.
at-one-since = Juntos desde
at-one-names = Nombres agregados
at-one-names-count = { $count ->
    [one] una persona: vecina, familiar o colega
   *[other] { $count } personas: vecinos, familias y colegas
}
pledge-title = Agregar mi nombre
pledge-lede = ¿Le gusta que ambas partes trabajen juntas por nuestras escuelas? Dígalo. No necesita una cuenta.
pledge-name = Su nombre
pledge-name-hint = Como quiere que se lea.
pledge-connection = ¿Quién es usted aquí?
pledge-family = Crío a un estudiante
pledge-neighbor = Vivo o trabajo cerca
pledge-staff = Trabajo en las escuelas
pledge-other = Otra cosa
pledge-grown = Tengo 18 años o más
pledge-grown-means = No guardamos nombres de niños.
pledge-add = Agregar mi nombre
pledge-who-sees = Las personas de esta alianza pueden leer su nombre. Esta página solo muestra cuántos nombres hay. Puede quitar el suyo cuando quiera.
pledge-done = Gracias. Se agregó su nombre.
pledge-mine-title = Su nombre
pledge-stands = { $name } apoya a { $place }.
pledge-keep-link = Guarde la dirección de esta página. Es la única manera de quitar su nombre usted mismo.
pledge-take-back = Quitar mi nombre
pledge-taken-back = Se quitó su nombre.
pledge-gone = Su nombre ya no está aquí.
pledge-no-connection-missing = Elija quién es usted aquí.
pledge-no-not-grown = Solo personas de 18 años o más pueden agregar su nombre. Pida a un adulto que agregue el suyo.
home-do-it = Hacerlo ahora
pledge-no-name-missing = Escriba su nombre.
pledge-no-name-long = Escriba su nombre con 100 letras como máximo.
