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
        const order = (a, b) => typeof a !== typeof b ? (typeof a === "string") - (typeof b === "string")
          : typeof a === "string" ? b.localeCompare(a) : b - a;
        const rows = [...body.rows].sort((a, b) => order(key(a), key(b)));
        body.append(...(up ? rows.reverse() : rows));
      });
    }
    """#

/// SHA-256 in base64.
let pageScriptHash = "G633+aoHEFbFA2UuVnP+JvOEGgwK3ROwPE3M7PpFhXU="
