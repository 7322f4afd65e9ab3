//! The rows of a Parquet file, each as a line of JSON: a column is a field of a stream.
//!
//! Only flat columns that are fields of a stream are read, a row at a time. What a file says of its shape and what its
//! pages say of their size is held against limits first; rows of a page over the limit are told, and the rest is read.

use std::fs::File;
use std::io;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::schema::types::SchemaDescriptor;

use super::column::{Cell, Column};
use super::pages::{self, ALL};
use super::{footer, row};
use crate::lines::{InputLine, LONGEST};

/// The columns that hold a document.
const DOCUMENTS: [&str; 3] = ["text", "html", "html_b64"];

/// The columns that say something of it, and the longest page of each; writers aim at 1 MiB.
const FIELDS: [&str; 10] =
    ["id", "date", "title", "publisher", "url", "outlet", "published", "version", "replaces", "seen"];
const LARGEST_FIELDS: u64 = 8 << 20;

/// How large things may be, in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// A row, as a line of a stream.
    pub row: u64,
    /// A page of documents, unpacked, together in all columns of them: writers put a thousand rows in one, and one that is
    /// too large among them should not cost the others.
    pub page: u64,
}

const LIMITS: Limits = Limits { row: LONGEST, page: 256 << 20 };

/// The rows of a file, numbered from 1; the last is an error where the file is damaged.
pub struct Rows {
    file: File,
    reader: SerializedFileReader<File>,
    limits: Limits,
    next_group: usize,
    group: Option<Group>,
    number: u64,
    broken: bool,
}

/// Rows whose columns stand together.
struct Group {
    columns: Vec<Column>,
    /// Rows that are not read, in order and apart.
    refused: Vec<Range<u64>>,
    next: u64,
    rows: u64,
    limits: Limits,
}

impl Rows {
    /// Opens a file; says what is wrong with it where it is no Parquet file.
    ///
    /// # Errors
    ///
    /// Where it is none, is shaped as no table of documents is, or has no column with documents.
    pub fn new(file: File) -> Result<Self, String> {
        Self::within(LIMITS, file)
    }

    /// The same, within other limits.
    pub(super) fn within(limits: Limits, mut file: File) -> Result<Self, String> {
        let opened = contained(|| {
            footer::check(&mut file).map_err(|error| error.to_string())?;
            let reader = file.try_clone().map_err(|error| error.to_string())?;
            SerializedFileReader::new(reader).map_err(|error| error.to_string())
        });
        let reader = opened.map_err(|reason| damaged(&reason))?;
        let schema = reader.metadata().file_metadata().schema_descr();
        if !wanted(schema).any(|(_, name)| DOCUMENTS.contains(&name)) {
            return Err("the table has no column 'text', 'html' or 'html_b64'; name the column with the documents so"
                .to_owned());
        }
        Ok(Self { file, reader, limits, next_group: 0, group: None, number: 0, broken: false })
    }

    fn read(&mut self) -> Result<Option<(u64, InputLine)>, String> {
        loop {
            if let Some(group) = self.group.as_mut().filter(|group| group.next < group.rows) {
                let (line, rows) = group.read(self.number)?;
                let number = self.number + 1;
                self.number += rows;
                return Ok(Some((number, line)));
            }
            if self.next_group >= self.reader.num_row_groups() {
                return Ok(None);
            }
            self.group = Some(self.open(self.next_group)?);
            self.next_group += 1;
        }
    }

    /// A group's columns, but for those of which nothing is read.
    fn open(&self, index: usize) -> Result<Group, String> {
        let group = self.reader.get_row_group(index).map_err(|error| error.to_string())?;
        let rows = u64::try_from(group.metadata().num_rows()).unwrap_or_default();
        let schema = group.metadata().schema_descr();
        let documents = wanted(schema).filter(|(_, name)| DOCUMENTS.contains(name)).count().max(1) as u64;
        let largest = (self.limits.page / documents).max(self.limits.row);
        let (mut columns, mut refused) = (Vec::new(), Vec::new());
        for (column, name) in wanted(schema) {
            let limit = if DOCUMENTS.contains(&name) { largest } else { LARGEST_FIELDS };
            let large = pages::too_large(&self.file, group.metadata().column(column), limit);
            refused.extend(large.map_err(|error| error.to_string())?);
            if refused.last() == Some(&ALL) {
                return Ok(Group { columns: Vec::new(), refused: vec![ALL], next: 0, rows, limits: self.limits });
            }
            let reader = group.get_column_reader(column).map_err(|error| error.to_string())?;
            columns.push(Column::new(name, schema.column(column), reader));
        }
        Ok(Group { columns, refused: merged(refused), next: 0, rows, limits: self.limits })
    }
}

impl Group {
    /// The next row, or the next rows that are refused, and how many they are; `before` rows of the file come before.
    fn read(&mut self, before: u64) -> Result<(InputLine, u64), String> {
        let next = self.next;
        if let Some(range) = self.refused.iter().find(|range| range.contains(&next)) {
            let rows = range.end.min(self.rows) - next;
            self.skip(rows)?;
            return Ok((InputLine::Refused(too_large(before + rows)), rows));
        }
        let cells: Vec<(&str, Cell)> = self
            .columns
            .iter_mut()
            .map(|column| Ok((column.name, column.next()?)))
            .collect::<Result<_, _>>()
            .map_err(|error: parquet::errors::ParquetError| error.to_string())?;
        self.next += 1;
        Ok((row::line(self.limits.row, cells.into_iter()), 1))
    }

    fn skip(&mut self, rows: u64) -> Result<(), String> {
        let count = usize::try_from(rows).map_err(|error| error.to_string())?;
        for column in &mut self.columns {
            column.skip(count).map_err(|error| error.to_string())?;
        }
        self.next += rows;
        Ok(())
    }
}

impl Iterator for Rows {
    type Item = io::Result<(u64, InputLine)>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.broken {
            return None;
        }
        match contained(|| self.read()).transpose()? {
            Ok(row) => Some(Ok(row)),
            Err(reason) => {
                self.broken = true;
                Some(Err(io::Error::new(io::ErrorKind::InvalidData, damaged(&reason))))
            }
        }
    }
}

/// The flat columns that are fields of a stream: their place and name.
fn wanted(schema: &SchemaDescriptor) -> impl Iterator<Item = (usize, &'static str)> {
    let columns = schema
        .columns()
        .iter()
        .enumerate()
        .filter(|(_, column)| column.path().parts().len() == 1 && column.max_rep_level() == 0);
    columns.filter_map(|(index, column)| {
        let name = DOCUMENTS.iter().chain(&FIELDS).find(|name| **name == column.name())?;
        Some((index, *name))
    })
}

fn merged(mut ranges: Vec<Range<u64>>) -> Vec<Range<u64>> {
    ranges.retain(|range| !range.is_empty());
    ranges.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<u64>> = Vec::new();
    for range in ranges {
        match merged.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => merged.push(range),
        }
    }
    merged
}

fn too_large(last: u64) -> String {
    format!(
        "a cell, or the cells written together with it, is larger than a document may be; nothing was read up to row \
         {last}. Write the table with smaller pages, or leave the document out"
    )
}

fn damaged(reason: &str) -> String {
    format!("the Parquet file cannot be read ({reason}); write it again, or give it as JSON Lines")
}

/// The library panics on some damaged files.
fn contained<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| "it is damaged".to_owned()).flatten()
}
