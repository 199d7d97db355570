//! The operator at the command line: whoever can run the program on this machine. They make sites and
//! invite first leads; they are never a member of anything, and can seat nobody.

/// Leave to act as the operator. Made only by the command line.
#[derive(Debug)]
pub struct Operator(());

impl Operator {
    /// Whoever runs this command owns the database file or its password: that is the proof.
    pub fn at_the_command_line() -> Self {
        Self(())
    }
}
