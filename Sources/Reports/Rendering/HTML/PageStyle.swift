/// The style of an HTML report. Its hash stands in the page's policy: after a change here take the
/// new one from the failing test.
let pageStyle = #"""
    :root{color-scheme:light dark;--ink:#1a1a1a;--soft:#5a5a5a;--line:#c8c8c8;--paper:#fff;--band:#f3f3f3}
    @media(prefers-color-scheme:dark){:root{--ink:#ececec;--soft:#aaa;--line:#555;--paper:#161616;--band:#232323}}
    body{margin:0 auto;max-width:100rem;padding:1rem 1.5rem 4rem}
    body{font:15px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper)}
    h1{font-size:1.6rem}h2{font-size:1.2rem;margin:2.5rem 0 .6rem}
    nav{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem}
    a{color:inherit}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.9rem}
    thead{border-top:2px solid var(--ink);border-bottom:1px solid var(--ink)}
    tbody{border-bottom:2px solid var(--ink)}
    th,td{padding:.2rem .7rem;text-align:left;white-space:nowrap;vertical-align:baseline}
    th.g{text-align:center;border-bottom:1px solid var(--line)}
    .n{text-align:right}
    td span{color:var(--soft);font-size:.82em}
    td.d{white-space:normal;min-width:20rem;overflow-wrap:anywhere}
    tbody tr:hover{background:var(--band)}
    tr.control,tr.paper{font-style:italic}
    tr.paper td{color:var(--soft)}
    tr.average td{font-weight:600;border-top:1px solid var(--line)}
    th button{all:unset;cursor:pointer}
    th button:focus-visible{outline:2px solid}
    th[aria-sort=ascending] button:after{content:" \2191"}
    th[aria-sort=descending] button:after{content:" \2193"}
    .notes{list-style:none;padding:0;margin:.5rem 0;color:var(--soft);font-size:.85rem}
    .notes{max-width:60rem;overflow-wrap:anywhere}
    @media print{body{padding:0}nav{display:none}.scroll{overflow:visible}th,td{white-space:normal}}

    """# + chartStyle

/// SHA-256 in base64.
let pageStyleHash = "bTQABxOUKZZC933hfJOQw5QdcjuwJGOaiIQjNEYORW0="
