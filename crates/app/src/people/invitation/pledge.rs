//! "Add my name": supporters without an account.
