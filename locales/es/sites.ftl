# La página de un estado, condado, distrito o escuela: quién muestra dónde está. La puede leer cualquiera.
sites-title = Dónde trabajan las alianzas
sites-title-one = Alianzas en { $place }
sites-lede = Estas alianzas quisieron mostrar dónde están y qué ayuda buscan. Cada una de sus partes lo aceptó, y cualquier parte puede pararlo.
sites-none = Aquí todavía no se muestra nada
sites-none-what = Cuando cada parte de una alianza lo acepte, aquí verá su fase, su paso y los tipos de ayuda que busca.
sites-count = { $count ->
    [one] Una alianza muestra dónde está.
   *[other] { NUMBER($count) } alianzas muestran dónde están.
}
sites-shows = { $count ->
    [one] Una alianza
   *[other] { NUMBER($count) } alianzas
}
sites-all-done = Todos los pasos hechos
sites-needs = La ayuda que buscan
sites-needs-none = Por ahora nadie busca ayuda aquí.
sites-below = Lugares de aquí
sites-to-us = solo su grupo ve esto
sites-to-us-means = «Solo su grupo ve esto» está donde una alianza cuenta algo a su grupo y no a todos. Por favor, no lo pase a nadie más.
sites-not-here = Aquí no hay nombres de personas ni textos. Otras pueden estar trabajando y no mostrar nada: es su decisión.
sites-state = Estado
sites-county = Condado u oficina regional
sites-district = Distrito escolar
sites-school = Escuela
sites-preschool = Preescolar
sites-charter = Escuela chárter
sites-college = Universidad
