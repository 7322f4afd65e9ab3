//! `sayso account`: who may sign in at the desk, and what they may do there.

use std::io::{self, BufRead, IsTerminal};

use clap::{Args, Subcommand};
use jiff::Timestamp;
use sayso_web::{DeskStore, Name, Password, Role};

use crate::failure::Failure;
use crate::ledger_file::LedgerFile;
use crate::terminal::harmless;

/// Say who may sign in at the desk, and what they may do there
///
/// Until somebody has an account, whoever starts 'sayso serve' works at the desk alone, and it answers this machine only.
/// From the first account on everybody signs in. A reader looks; an editor adds, decides and answers corrections; an admin
/// does everything. Accounts lie beside the ledger, in LEDGER.desk.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Account {
    #[command(subcommand)]
    what: AccountCommand,

    #[command(flatten)]
    file: LedgerFile,
}

#[derive(Debug, Subcommand)]
enum AccountCommand {
    /// Make an account; asks for a password, or reads a line from the standard input
    Add {
        /// The name, as it stands under decisions
        name: String,
        /// reader, editor or admin; the first account must be an admin's
        #[arg(long, value_name = "ROLE", default_value = "editor")]
        role: Role,
    },
    /// List the accounts
    List,
    /// Give an account another role, at once
    Role {
        /// Whose
        name: String,
        /// reader, editor or admin
        role: Role,
    },
    /// Give an account another password, and end its sessions and keys
    Password {
        /// Whose
        name: String,
    },
    /// Take an account away; what it decided stays under its name
    Remove {
        /// Whose
        name: String,
    },
    /// Make the accounts, corrections and all else in LEDGER.desk this ledger's, where they were another's
    ///
    /// For a ledger that was made anew under the name of one that is gone. Corrections of articles that this one does not
    /// have are called orphans.
    Adopt,
}

const EXAMPLES: &str = "\
Examples:
  sayso account add 'A. Editor' --role admin
  sayso account add reporter --role reader < password.txt
  sayso account list";

impl Account {
    pub fn run(self) -> Result<(), Failure> {
        // What lies beside a ledger that is not there is nobody's.
        self.file.read()?;
        let path = self.file.path();
        let opened = if let AccountCommand::Adopt = self.what { DeskStore::adopted(path) } else { DeskStore::of(path) };
        let beside = opened.map_err(Failure::unread)?;
        match self.what {
            AccountCommand::Add { name, role } => add(&beside, &name, role),
            AccountCommand::Adopt | AccountCommand::List => list(&beside),
            AccountCommand::Role { name, role } => beside.set_role(&name, role).map_err(Failure::unread),
            AccountCommand::Password { name } => {
                let name = Name::new(&name).map_err(Failure::unread)?;
                let password = Password::new(&name, &typed()?).map_err(Failure::unread)?;
                beside.set_password(name.as_str(), &password).map_err(Failure::unread)
            }
            AccountCommand::Remove { name } => beside.remove_account(&name).map_err(Failure::unread),
        }
    }
}

fn add(beside: &DeskStore, name: &str, role: Role) -> Result<(), Failure> {
    let name = Name::new(name).map_err(Failure::unread)?;
    let password = Password::new(&name, &typed()?).map_err(Failure::unread)?;
    beside.make_account(&name, role, &password, Timestamp::now()).map_err(Failure::unread)?;
    eprintln!("{} can sign in as {role}.", harmless(name.as_str()));
    Ok(())
}

fn list(beside: &DeskStore) -> Result<(), Failure> {
    for account in beside.accounts().map_err(Failure::unread)? {
        let active = account.active.map_or_else(|| "not signed in".to_owned(), |active| format!("active {active}"));
        println!("{}\t{}\t{active}", harmless(&account.name), account.role);
    }
    Ok(())
}

/// A password: asked for twice on a terminal, which does not show it, otherwise a line of the standard input.
fn typed() -> Result<String, Failure> {
    if !io::stdin().is_terminal() {
        let mut line = String::new();
        io::stdin().lock().read_line(&mut line)?;
        return Ok(line.trim_end_matches(['\r', '\n']).to_owned());
    }
    let password = rpassword::prompt_password("Password, 15 characters or more: ")?;
    if password != rpassword::prompt_password("The same again: ")? {
        return Err(Failure::usage("the two are not the same; nothing was changed"));
    }
    Ok(password)
}
