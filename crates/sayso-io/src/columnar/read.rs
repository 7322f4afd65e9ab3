//! The rows of a Parquet file, each as a line of JSON.
//!
//! Only flat columns that are a document's fields are read, a row at a time. What a file says of its shape and what its
//! pages say of their size is held against limits first; rows of a page over the limit are told, and the rest is read.

use std::fs::File;
use std::io;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};

use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::schema::types::SchemaDescriptor;

use super::column::{Column, ColumnCell};
use super::footer;
use super::pages::{self, ALL};
use crate::lines::{InputLine, LONGEST};
use crate::mapping::{ColumnMap, DocumentRow, Field, row};

/// The longest page of a column that says something of a document; writers aim at 1 MiB.
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
    /// The columns that are read: the place of each and its field.
    columns: Vec<(usize, Field)>,
    note: Option<String>,
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
    pub fn new(file: File, columns: &ColumnMap) -> Result<Self, String> {
        Self::within(LIMITS, file, columns)
    }

    /// The same, within other limits.
    pub(super) fn within(limits: Limits, mut file: File, map: &ColumnMap) -> Result<Self, String> {
        let opened = contained(|| {
            footer::check(&mut file).map_err(|error| error.to_string())?;
            let reader = file.try_clone().map_err(|error| error.to_string())?;
            SerializedFileReader::new(reader).map_err(|error| error.to_string())
        });
        let reader = opened.map_err(|reason| damaged(&reason))?;
        let flat = flat(reader.metadata().file_metadata().schema_descr());
        let names: Vec<&str> = flat.iter().map(|(_, name)| name.as_str()).collect();
        let mapping = map.of_table(&names)?;
        let note = (!mapping.is_plain(&names)).then(|| mapping.shown(&names));
        let columns = mapping.columns.iter().map(|(field, place)| (flat[*place].0, *field)).collect();
        Ok(Self { file, reader, columns, note, limits, next_group: 0, group: None, number: 0, broken: false })
    }

    /// How its columns are read, where they are not called as the fields of a stream.
    pub fn note(&self) -> Option<String> {
        self.note.clone()
    }

    fn read(&mut self) -> Result<Option<(u64, DocumentRow)>, String> {
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
        let documents = self.columns.iter().filter(|(_, field)| field.is_document()).count().max(1) as u64;
        let largest = (self.limits.page / documents).max(self.limits.row);
        let (mut columns, mut refused) = (Vec::new(), Vec::new());
        for (column, field) in self.columns.iter().copied() {
            let limit = if field.is_document() { largest } else { LARGEST_FIELDS };
            let large = pages::too_large(&self.file, group.metadata().column(column), limit);
            refused.extend(large.map_err(|error| error.to_string())?);
            if refused.last() == Some(&ALL) {
                return Ok(Group { columns: Vec::new(), refused: vec![ALL], next: 0, rows, limits: self.limits });
            }
            let reader = group.get_column_reader(column).map_err(|error| error.to_string())?;
            columns.push(Column::new(field, schema.column(column), reader));
        }
        Ok(Group { columns, refused: merged(refused), next: 0, rows, limits: self.limits })
    }
}

impl Group {
    /// The next row, or the next rows that are refused, and how many they are; `before` rows of the file come before.
    fn read(&mut self, before: u64) -> Result<(DocumentRow, u64), String> {
        let next = self.next;
        if let Some(range) = self.refused.iter().find(|range| range.contains(&next)) {
            let rows = range.end.min(self.rows) - next;
            self.skip(rows)?;
            return Ok((DocumentRow::Line(InputLine::Refused(too_large(before + rows))), rows));
        }
        let cells: Vec<(Field, ColumnCell)> = self
            .columns
            .iter_mut()
            .map(|column| Ok((column.field, column.next()?)))
            .collect::<Result<_, _>>()
            .map_err(|error: parquet::errors::ParquetError| error.to_string())?;
        self.next += 1;
        Ok((row(self.limits.row, cells.iter().map(|(field, cell)| (*field, cell.as_cell()))), 1))
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
    type Item = io::Result<(u64, DocumentRow)>;

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

/// The columns that hold no others: their place and name.
fn flat(schema: &SchemaDescriptor) -> Vec<(usize, String)> {
    let columns = schema.columns().iter().enumerate();
    let flat = columns.filter(|(_, column)| column.path().parts().len() == 1 && column.max_rep_level() == 0);
    flat.map(|(index, column)| (index, column.name().to_owned())).collect()
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
