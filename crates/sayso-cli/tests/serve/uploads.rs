//! What a form may bring: more is refused with a word that arrives.

use crate::served::{Served, status, token_in};

fn file(name: &str, content: &str) -> String {
    format!("--edge\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n{content}\r\n")
}

#[test]
fn more_than_the_desk_takes_is_too_much() {
    let desk = Served::new();
    let token = desk.token();
    let long = "x".repeat(70 << 10);
    let open = token_in(&desk.get("/corrections/write"));
    for (path, body) in [
        ("/decide", format!("token={token}&on={long}")),
        ("/watch", format!("token={token}&what=claim&mention={long}")),
        ("/sign-in", format!("token={open}&name={long}&password=x")),
        ("/corrections/write", format!("token={open}&url={long}")),
        ("/corrections/submit", long.clone()),
    ] {
        assert_eq!(status(&desk.own_post(path, &body)), "413", "{path}");
    }
    let parts = |token: &str, parts: &str| desk.upload_parts("/add", "", token, parts.as_bytes());
    assert_eq!(status(&parts(&long, "--edge--\r\n")), "413", "a token");
    let links = format!("--edge\r\nContent-Disposition: form-data; name=\"links\"\r\n\r\n{long}\r\n--edge--\r\n");
    assert_eq!(status(&parts(&token, &links)), "413", "a field among files");
    let large = desk.upload_parts("/add", "", &token, file("a.txt", &"x".repeat(65 << 20)).as_bytes());
    assert_eq!(status(&large), "413", "files");
    assert!(large.contains("more than the desk takes"), "{large}");
    assert_eq!(status(&desk.get("/")), "200");
}

#[test]
fn a_form_has_only_so_many_parts() {
    let desk = Served::new();
    let token = desk.token();
    let files = |count: usize| {
        let files: String = (0..count).map(|number| file(&format!("{number}.txt"), "")).collect();
        desk.upload_parts("/add", "", &token, (files + "--edge--\r\n").as_bytes())
    };
    let refused = files(2_000);
    assert_eq!(status(&refused), "413", "{refused}");
    let empty = files(200);
    assert!(status(&empty) == "200" && empty.contains("199.txt: the file is empty"), "{empty}");
}

/// Each piece is looked at once: these took a core for 13 and for 86 seconds.
#[test]
fn a_part_without_an_end_of_its_head_is_given_up() {
    let desk = Served::new();
    let token = desk.token();
    for endless in
        [format!("--edge\r\nX: {}", "a".repeat(20 << 20)), format!("--edge\r\n{}", "X: y\r\n".repeat(3 << 20))]
    {
        let refused = desk.upload_parts("/add", "", &token, endless.as_bytes());
        assert_eq!(status(&refused), "413", "{refused}");
    }
    let before_any = desk.upload_parts("/add", "", &format!("{token}{}", "a".repeat(1 << 20)), b"--edge--\r\n");
    assert_eq!(status(&before_any), "413");
}
