//! A day of watching, played against a server on this machine that does all that servers do.

mod day;
mod server;
mod world;
