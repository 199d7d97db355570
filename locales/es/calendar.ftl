# La propia fuente de calendario.
calendar-title = Mi calendario
calendar-lede = Su calendario puede leer por sí solo las reuniones a las que le invitan. Recibe una dirección que es solo suya.
calendar-address = Su dirección
calendar-once = Se muestra una sola vez. Cópiela ahora.
calendar-how = En su calendario, elija «agregar por dirección» o «desde la web» y póngala ahí.
calendar-who-title = Quién puede leerlo
calendar-who = Quien tenga esta dirección puede leer los nombres, las horas y los lugares de sus reuniones. También la empresa que guarda su calendario. Puede hacer una nueva o detenerla cuando quiera.
calendar-since = Tiene una dirección desde el { $day }.
calendar-make = Hacer mi dirección de calendario
calendar-renew = Hacer una dirección nueva
calendar-end = Detenerla
calendar-done-made = Su dirección está hecha. Si tenía otra, ya no funciona.
calendar-done-ended = Su dirección ya no funciona.
calendar-name = Concord: { $name }
