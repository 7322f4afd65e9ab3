//! Backing up and restoring the ledger.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Form, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use sayso::ledger::store::{StoreError, TemporaryFolder};
use serde::Deserialize;
use tokio_util::io::ReaderStream;

use super::files::{MultipartField, Upload};
use crate::blocking::blocking;
use crate::desk::{Desk, Shared};
use crate::middleware::{self, AuditNote, Visitor};
use crate::page::{self, DeskSection, Frame};
use crate::problem::Problem;
use crate::response::answered;

#[derive(Deserialize)]
pub struct UpkeepForm {
    token: String,
}

/// `POST /upkeep/backup`: the ledger as a file.
pub async fn back_up(
    State(desk): Shared,
    visitor: Visitor,
    headers: HeaderMap,
    Form(said): Form<UpkeepForm>,
) -> Response {
    let made = async {
        middleware::matches(&visitor.token, &said.token)?;
        let copier = Arc::clone(&desk);
        let copy = blocking(move || copied(copier.ledger())).await?;
        let name = format!("attachment; filename=\"{}\"", dated("backup", "ledger"));
        let fields =
            [(header::CONTENT_TYPE, "application/vnd.sqlite3".to_owned()), (header::CONTENT_DISPOSITION, name)];
        Ok((fields, given_out(&desk, &visitor, headers, copy)).into_response())
    };
    answered(&desk, &visitor, made).await
}

/// The copy, piece by piece, as long as whoever asked for it has the right to it.
fn given_out(desk: &Arc<Desk>, visitor: &Visitor, headers: HeaderMap, copy: File) -> Body {
    let pieces = ReaderStream::new(tokio::fs::File::from_std(copy));
    let (desk, visitor, headers) = (Arc::clone(desk), visitor.clone(), Arc::new(headers));
    let allowed = move || {
        let (desk, visitor, headers) = (Arc::clone(&desk), visitor.clone(), Arc::clone(&headers));
        async move { middleware::still(&desk, &headers, &visitor).await.is_ok() }
    };
    Body::from_stream(middleware::while_allowed(pieces, middleware::PERIOD, allowed))
}

/// A copy that nobody else finds: its name is gone before it is read.
fn copied(ledger: &Path) -> Result<File, Problem> {
    let folder = TemporaryFolder::beside(ledger).map_err(|error| unkept(ledger, &error))?;
    let path = folder.file("copy.ledger");
    sayso::ledger::store::Reader::open(ledger, crate::blocking::PATIENCE)?.back_up(&path)?;
    File::open(&path).map_err(|error| unkept(ledger, &error))
}

/// `POST /upkeep/restore`
pub async fn restore(State(desk): Shared, visitor: Visitor, headers: HeaderMap, form: Upload) -> Response {
    answered(&desk, &visitor, restored(&desk, &visitor, &headers, form)).await
}

async fn restored(desk: &Arc<Desk>, visitor: &Visitor, headers: &HeaderMap, form: Upload) -> Result<Response, Problem> {
    let given = given(desk, visitor, form).await?;
    middleware::still(desk, headers, visitor).await?;
    let kept = desk.ledger().with_file_name(dated(&format!("{}.before-restore", desk.name()), "ledger"));
    let (backup, target) = (given.file(GIVEN), kept.clone());
    let keeper = Arc::clone(desk);
    desk.change(move |ledger| {
        ledger.restore(&backup, &target).map_err(in_words)?;
        // Who works here goes on to: what lies beside the ledger is now that of what was restored.
        keeper.store.belongs_to(ledger.view().identity()?.as_deref())
    })
    .await?;
    let kept = kept.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let frame = Frame::new(desk, visitor, desk.overview().await?, DeskSection::Elsewhere, "Restored");
    let answer = frame.around(&page::restored(&kept)).into_response();
    Ok(AuditNote(format!("what was there is kept in {kept}")).with(answer))
}

/// What an uploaded backup is called in its temporary folder.
const GIVEN: &str = "given.ledger";

/// The uploaded file, written down piece by piece beside the ledger.
async fn given(desk: &Desk, visitor: &Visitor, mut form: Upload) -> Result<TemporaryFolder, Problem> {
    form.token_first(visitor).await?;
    while let Some(part) = form.next().await? {
        if part.name() == Some("backup") {
            return written(desk, part).await;
        }
    }
    Err(Problem::Wrong("Choose the backup to restore.".to_owned()))
}

async fn written(desk: &Desk, mut part: MultipartField<'_>) -> Result<TemporaryFolder, Problem> {
    let failed = |error: std::io::Error| unkept(desk.ledger(), &error);
    let folder = TemporaryFolder::beside(desk.ledger()).map_err(failed)?;
    let mut file = File::create_new(folder.file(GIVEN)).map_err(failed)?;
    while let Some(piece) = part.chunk().await? {
        file.write_all(&piece).map_err(failed)?;
    }
    file.sync_all().map_err(failed)?;
    Ok(folder)
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
