/// Makes the columns of an HTML report sortable; without it the page reads the same. Its hash stands in the
/// page's policy.
let pageScript = #"""
    for (const head of document.querySelectorAll("thead tr:last-child th")) {
      const button = document.createElement("button");
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") === "descending";
        for (const other of head.parentNode.children) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const body = head.closest("table").tBodies[0];
        const key = row => {
          const cell = row.cells[head.cellIndex];
          return cell.dataset.v === undefined ? cell.textContent : Number(cell.dataset.v);
        };
        // What is no figure, and averages, stay at the end in either order.
        const order = (a, b) => typeof a !== typeof b ? (typeof a === "string") - (typeof b === "string")
          : (up ? 1 : -1) * (typeof a === "string" ? a.localeCompare(b) : a - b);
        const last = row => row.classList.contains("average");
        body.append(...[...body.rows].sort((a, b) => last(a) - last(b) || order(key(a), key(b))));
      });
    }
    """#

/// SHA-256 in base64.
let pageScriptHash = "qUDHY/oAPgHir/M4py0mnjdIIN8SwmW0aB8xuuxej/w="
