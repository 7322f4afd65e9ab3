//! Backing up and restoring the ledger.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::body::Body;
use axum::extract::multipart::Field;
use axum::extract::{Form, Multipart, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use sayso::ledger::store::StoreError;
use serde::Deserialize;
use tokio_util::io::ReaderStream;

use super::files::{next, token_first, unread};
use crate::desk::{Desk, blocking};
use crate::gate::{self, Did, Visitor};
use crate::page::{self, Frame, Here};
use crate::problem::Problem;
use crate::routes::{Shared, answered};

#[derive(Deserialize)]
pub struct Said {
    token: String,
}

/// `POST /upkeep/backup`: the ledger as a file.
pub async fn back_up(State(desk): Shared, visitor: Visitor, Form(said): Form<Said>) -> Response {
    let made = async {
        gate::matches(&visitor.token, &said.token)?;
        let copier = Arc::clone(&desk);
        let copy = blocking(move || copied(copier.ledger())).await?;
        let name = format!("attachment; filename=\"{}\"", dated("backup", "ledger"));
        let fields =
            [(header::CONTENT_TYPE, "application/vnd.sqlite3".to_owned()), (header::CONTENT_DISPOSITION, name)];
        Ok((fields, Body::from_stream(ReaderStream::new(tokio::fs::File::from_std(copy)))).into_response())
    };
    answered(&desk, &visitor, made).await
}

/// A copy that nobody else finds: its name is gone before it is read.
fn copied(ledger: &Path) -> Result<File, Problem> {
    let folder = tempfile::tempdir_in(beside(ledger)).map_err(|error| unkept(ledger, &error))?;
    let path = folder.path().join("copy.ledger");
    sayso::ledger::store::Reader::open(ledger, crate::desk::PATIENCE)?.back_up(&path)?;
    File::open(&path).map_err(|error| unkept(ledger, &error))
}

/// `POST /upkeep/restore`
pub async fn restore(State(desk): Shared, visitor: Visitor, form: Multipart) -> Response {
    answered(&desk, &visitor, restored(&desk, &visitor, form)).await
}

async fn restored(desk: &Arc<Desk>, visitor: &Visitor, form: Multipart) -> Result<Response, Problem> {
    let given = given(desk, visitor, form).await?;
    let kept = desk.ledger().with_file_name(dated(&format!("{}.before-restore", desk.name()), "ledger"));
    let (backup, target) = (given.path().to_owned(), kept.clone());
    let keeper = Arc::clone(desk);
    desk.change(move |ledger| {
        ledger.restore(&backup, &target).map_err(in_words)?;
        // Who works here goes on to: what lies beside the ledger is now that of what was restored.
        keeper.beside.belongs_to(ledger.view().identity()?.as_deref())
    })
    .await?;
    let kept = kept.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let frame = Frame::new(desk, visitor, desk.overview().await?, Here::Elsewhere, "Restored");
    let answer = frame.around(&page::restored(&kept)).into_response();
    Ok(Did(format!("what was there is kept in {kept}")).with(answer))
}

/// The uploaded file, written down piece by piece beside the ledger.
async fn given(desk: &Desk, visitor: &Visitor, mut form: Multipart) -> Result<tempfile::NamedTempFile, Problem> {
    token_first(&mut form, visitor).await?;
    while let Some(field) = next(&mut form).await? {
        if field.name() == Some("backup") {
            return written(desk, field).await;
        }
    }
    Err(Problem::Wrong("Choose the backup to restore.".to_owned()))
}

async fn written(desk: &Desk, mut field: Field<'_>) -> Result<tempfile::NamedTempFile, Problem> {
    let failed = |error: std::io::Error| unkept(desk.ledger(), &error);
    let mut file = tempfile::NamedTempFile::new_in(beside(desk.ledger())).map_err(failed)?;
    while let Some(piece) = field.chunk().await.map_err(unread)? {
        file.write_all(&piece).map_err(failed)?;
    }
    file.as_file().sync_all().map_err(failed)?;
    Ok(file)
}

fn beside(ledger: &Path) -> PathBuf {
    ledger.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned()
}

/// A name with the present instant.
fn dated(name: &str, ending: &str) -> String {
    format!("{name}-{}.{ending}", Timestamp::now().strftime("%Y%m%d-%H%M%S"))
}

fn unkept(ledger: &Path, error: &std::io::Error) -> Problem {
    Problem::Failed(format!(
        "{}: {error}; a copy needs room and the right to write beside the ledger",
        ledger.display()
    ))
}

/// A backup that is none is the fault of whoever chose it.
fn in_words(error: StoreError) -> Problem {
    match error {
        StoreError::NotLedger(_) => Problem::Wrong("That file is no ledger. Nothing was changed.".to_owned()),
        StoreError::Damaged(_, what) => {
            Problem::Wrong(format!("That backup is damaged ({what}). Nothing was changed."))
        }
        StoreError::Future(..) => {
            Problem::Wrong("That backup was made by a later version of sayso. Nothing was changed.".to_owned())
        }
        error => error.into(),
    }
}
