# Signing in, proving again who one is, signing out.
session-title = Sign in
session-lede = Type your e-mail address. We send you a code, and you type it here. You need no password.
session-email = E-mail address
session-email-hint = The address you were invited with, or the one you want to use here.
session-send = E-mail me a code
session-use-password = I have a password
session-password = Password
session-password-hint = Only if you set one on your account page.
session-enter-password = Sign in with my password
session-new-title = New here?
session-new = Use the same form. When you have typed the code, we ask for your name, and your account is ready.
session-kept-title = What we keep
session-kept = Your address, your name, the language you read, and what you write and sign here. Codes and passwords are kept in a form nobody can read. There is no tracking.
session-readable = The people who run this server can read all else that is written here, so write nothing the other side or your employer must not read.
session-privacy = What we keep and who can read it
session-code-title = Type your code
session-code-sent = We sent a letter to { $email }. It should be there within a minute. Keep this page open.
session-code = Code from the letter
session-code-hint = Eight letters and numbers. Capitals and the dash do not matter.
session-enter-code = Continue
session-no-letter-title = No letter came?
session-no-letter = Look in your junk mail. Check that the address above is right. Then ask for another code: the newest letter is the one that works.
session-code-elsewhere = This browser has not asked for a code. Go back to the browser where you asked, or ask for a new code here.
session-code-again = Ask for another code, or correct the address
session-code-over = This code is older than ten minutes. Nothing was lost. Ask for another code.
session-code-used = This code was used before. Each code works once. Ask for another code.
session-code-tried = This code was typed wrong five times, so it no longer works. Ask for another code.
session-code-wrong = { $left ->
    [one] That is not the code in the newest letter. You can try { $left } more time.
   *[other] That is not the code in the newest letter. You can try { $left } more times.
}
session-no-code-asked = This browser has not asked for a code. Ask for one here, or use the browser where you asked.
session-not-together = This address and this password do not go together. Try again, or have a code e-mailed to you.
session-wrong-password = That is not your password. Try again, or have a code e-mailed to you.
session-join-title = What is your name?
session-join-lede = The address { $email } is yours, and new here. Tell us your name and your account is ready.
session-join = Make my account
session-joined = Your account is ready.
session-prove-title = Show that it is you
session-prove-lede = The next step is a serious one, such as signing for your party. So we ask again who you are. It holds for ten minutes.
session-prove-password = Continue with my password
session-prove-or = Or without the password:
session-prove-to = We send a code to { $email }.
session-left = You are signed out.
session-device = { $browser } on { $system }
session-device-unknown = A device that does not say what it is
session-letter-subject = Your code for Concord
session-letter = Your code to sign in:

    { $code }

    Type it in the browser where you asked for it. It works once, for ten minutes, and only there.

    Did you not ask for it? Then you need do nothing. Nobody can sign in with this letter alone.
session-letter-prove = Your code to show that it is you:

    { $code }

    Type it in the browser where you asked for it. It works once, for ten minutes, and only there.

    Did you not ask for it? Then somebody may be using your account on another device. Sign in and end that device on your account page.
session-letter-email = Somebody wants to use this address for their Concord account. If it was you, type this code in the browser where you asked:

    { $code }

    It works once, for ten minutes, and only there.

    Was it not you? Then you need do nothing. Nothing will change.
session-why-invited = To answer the invitation to { $place }, first show that you can read mail at your address. Then you come back to it and press yes.
session-why-start = To start a partnership, first show that you can read mail at your address. Then you come back to your answers.
session-why-page = The page you asked for is open to people with a seat there. Sign in, and you come back to it.
