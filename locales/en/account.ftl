# A person's account: name, language, mail address, password, devices.
account-title = Your account
account-lede = Who you are here, and how you sign in.
account-who-title = Name and language
account-name = Your name
account-name-hint = As others should read it beside what you write and sign.
account-language = Language
account-language-hint = For these pages and for letters to you.
account-save = Save
account-saved = Saved.
account-back = Back to your account
account-no-name = Type your name.
account-not-a-name = Type a name on one line, with at most 80 letters.
account-no-language = Choose a language.
account-not-an-address = This is not an e-mail address. It should look like name@example.org.
account-same-address = This is the address you use now. Type another one.
account-address-taken = This address has an account of its own here. Sign in with it, or choose another address.
account-email-title = E-mail address
account-email-is = We write to { $email }. Only leads of your own party and the people who run this server can see it.
account-email-change = Change my address
account-email-lede = You use { $email } now. We send a code to the new address, to see that it is yours.
account-email-new = New e-mail address
account-email-hint = We also tell your old address that it was changed.
account-email-send = Send the code
account-email-save = Use this address
account-email-saved = Your address was changed. Your other devices were signed out.
account-password-title = Password
account-password-is = You have a password. A code by e-mail works as well.
account-password-none = You have no password. You sign in with a code by e-mail, and that is enough.
account-password-set = Set a password
account-password-change = Change my password
account-password-lede = A password is handy when mail is slow. Four or five words that do not belong together make a good one.
account-password-new = New password
account-password-hint = 15 characters or more. Spaces are fine. Do not use your name, your school or a password you use elsewhere.
account-password-then = We sign out your other devices and send you a letter. If you mistype it, a code by e-mail still lets you in.
account-password-save = Save this password
account-password-saved = Your password is set. Your other devices were signed out.
account-password-short = This password is too short. Use 15 characters or more.
account-password-long = This password is too long. Use at most 200 characters.
account-password-easy = This password is easy to guess: too much of it is a common word, a row of keys, a repeat, or your own or your school’s name. Add words that do not belong together.
account-password-remove-lede = You can also do without a password.
account-password-remove = Remove my password
account-password-gone = Your password is removed. From now on you sign in with a code.
account-devices-title = Where you are signed in
account-devices-lede = A device is signed out after one hour without use. Do you see one that is not yours? End it, and change your password if you have one.
account-device-this = this device
account-device-in = { $hours ->
    [0] signed in less than an hour ago
    [one] signed in { $hours } hour ago
   *[other] signed in { $hours } hours ago
}
account-device-seen = { $minutes ->
    [0] in use now
    [one] last used { $minutes } minute ago
   *[other] last used { $minutes } minutes ago
}
account-device-end = Sign out { $device }
account-device-ended = That device is signed out.
account-others-end = Sign out all other devices
account-others-ended = All other devices are signed out.
account-letter-password-subject = Your Concord password was set
account-letter-password = { $name }, a password was set for your Concord account. Your other devices were signed out.

    Was it you? Then all is well.

    Was it not you? Sign in with a code now and set another password: { $link }
account-letter-removed-subject = Your Concord password was removed
account-letter-removed = { $name }, the password of your Concord account was removed. You sign in with a code from now on.

    Was it not you? Sign in with a code now and look at your devices: { $link }
account-letter-email-subject = Your Concord address was changed
account-letter-email = { $name }, your Concord account now uses another e-mail address. We write to this one for the last time.

    Was it not you? Tell the people who run this server, and the leads of your party, today.
