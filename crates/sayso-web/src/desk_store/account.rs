//! Accounts, as they are kept: by name, whatever the case of its letters.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{DeskStore, failed, instant};
use crate::account::{Account, Name, Password, Role};
use crate::problem::Problem;

impl DeskStore {
    /// Everybody who may sign in, by name.
    ///
    /// # Errors
    ///
    /// Where the file beside the ledger cannot be read or written, or there is no such account.
    pub fn accounts(&self) -> Result<Vec<Account>, Problem> {
        const ACCOUNTS: &str = "SELECT name, role, made, (SELECT max(active) FROM session WHERE account = name) \
                                FROM account ORDER BY name";
        let connection = self.locked();
        let mut statement = connection.prepare(ACCOUNTS).map_err(failed)?;
        let rows = statement.query_map([], account).and_then(Iterator::collect::<rusqlite::Result<Vec<_>>>);
        rows.map_err(failed)
    }

    /// Whether anybody has an account; until then whoever started the desk works at it alone.
    ///
    /// # Errors
    ///
    /// Where the file beside the ledger cannot be read or written, or there is no such account.
    pub fn has_accounts(&self) -> Result<bool, Problem> {
        let any = self.locked().query_row("SELECT EXISTS (SELECT 1 FROM account)", [], |row| row.get(0));
        any.map_err(failed)
    }

    /// The kept password of an account, and its name as it was first written.
    pub(crate) fn password(&self, name: &str) -> Result<Option<(String, Password)>, Problem> {
        let found = self.locked().query_row("SELECT name, password FROM account WHERE name = ?1", [name], |row| {
            Ok((row.get(0)?, Password::kept(row.get(1)?)))
        });
        found.optional().map_err(failed)
    }

    /// Makes an account. The first is an admin's: somebody must be able to make the others.
    ///
    /// # Errors
    ///
    /// Where the file beside the ledger cannot be read or written, or there is no such account.
    pub fn make_account(&self, name: &Name, role: Role, password: &Password, at: Timestamp) -> Result<(), Problem> {
        let connection = self.locked();
        if role != Role::Admin && admins(&connection)? == 0 {
            return Err(Problem::Wrong("The first account must be an admin’s.".to_owned()));
        }
        const MAKE: &str = "INSERT INTO account(name, role, password, made) VALUES (?1, ?2, ?3, ?4) \
                            ON CONFLICT DO NOTHING";
        let fields = params![name.as_str(), role.word(), password.hash(), at.as_second()];
        match connection.execute(MAKE, fields).map_err(failed)? {
            0 => Err(Problem::Wrong(format!("There is an account “{}” already.", name.as_str()))),
            _ => Ok(()),
        }
    }

    /// Changes what an account may do, at once, for sessions that are open too.
    ///
    /// # Errors
    ///
    /// Where the file beside the ledger cannot be read or written, or there is no such account.
    pub fn set_role(&self, name: &str, role: Role) -> Result<(), Problem> {
        let connection = self.locked();
        if role != Role::Admin {
            keeps_an_admin(&connection, name)?;
        }
        let changed = connection.execute("UPDATE account SET role = ?2 WHERE name = ?1", params![name, role.word()]);
        there(changed.map_err(failed)?, name)
    }

    /// Changes a password, and ends the sessions and takes back the keys that the old one opened.
    ///
    /// # Errors
    ///
    /// Where the file beside the ledger cannot be read or written, or there is no such account.
    pub fn set_password(&self, name: &str, password: &Password) -> Result<(), Problem> {
        let changed = self.erasing(|transaction| {
            const CHANGE: &str = "UPDATE account SET password = ?2 WHERE name = ?1";
            let changed = transaction.execute(CHANGE, params![name, password.hash()]).map_err(failed)?;
            transaction.execute("DELETE FROM session WHERE account = ?1", [name]).map_err(failed)?;
            transaction.execute("DELETE FROM access_key WHERE account = ?1", [name]).map_err(failed)?;
            Ok(changed)
        })?;
        there(changed, name)
    }

    /// Takes an account away, with its sessions, its keys, and what was known of its browsers. What it decided stays under
    /// its name.
    ///
    /// # Errors
    ///
    /// Where the file beside the ledger cannot be read or written, or there is no such account.
    pub fn remove_account(&self, name: &str) -> Result<(), Problem> {
        let removed = self.erasing(|transaction| {
            keeps_an_admin(transaction, name)?;
            transaction.execute("DELETE FROM account WHERE name = ?1", [name]).map_err(failed)
        })?;
        there(removed, name)
    }
}

fn there(changed: usize, name: &str) -> Result<(), Problem> {
    match changed {
        0 => Err(Problem::Missing(format!("There is no account “{name}”."))),
        _ => Ok(()),
    }
}

fn admins(connection: &Connection) -> Result<i64, Problem> {
    connection.query_row("SELECT count(*) FROM account WHERE role = 'admin'", [], |row| row.get(0)).map_err(failed)
}

/// Refuses what would leave nobody who can make accounts.
fn keeps_an_admin(connection: &Connection, name: &str) -> Result<(), Problem> {
    const OTHERS: &str = "SELECT count(*) FROM account WHERE role = 'admin' AND name <> ?1";
    match connection.query_row(OTHERS, [name], |row| row.get::<_, i64>(0)).map_err(failed)? {
        0 => Err(Problem::Wrong("One admin must be left. Make another one first.".to_owned())),
        _ => Ok(()),
    }
}

fn account(row: &Row<'_>) -> rusqlite::Result<Account> {
    let role: String = row.get(1)?;
    Ok(Account {
        name: row.get(0)?,
        // A word that is no role gives the least.
        role: role.parse().unwrap_or(Role::Reader),
        made: instant(row.get(2)?),
        active: row.get::<_, Option<i64>>(3)?.map(instant),
    })
}
