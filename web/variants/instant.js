// What such sites do, in short: fetch the next page, take its <main>, keep everything else.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-instant]");
  if (!link) return;
  event.preventDefault();
  const request = new XMLHttpRequest();
  request.open("GET", link.href);
  request.responseType = "document";
  request.addEventListener("load", () => {
    history.pushState(null, "", link.href);
    document.title = request.response.title;
    document.querySelector("main").replaceWith(document.adoptNode(request.response.querySelector("main")));
  });
  request.send();
});
