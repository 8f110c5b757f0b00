/* What in the page runs or could be made to run by using it. Our own scripts are files of their own and listen from there. */
() => {
  const LEADS = ["href", "xlink:href", "src", "action", "formaction", "data", "poster", "background", "srcdoc", "ping"];
  const STRANGE = ["iframe", "object", "embed", "base", "frame", "frameset", "applet", "plaintext", "foreignobject", "math", "marquee"];
  const found = (globalThis.__hits ?? []).map((what) => `ran: ${what}`);
  for (const element of document.querySelectorAll("*")) {
    const name = element.localName.toLowerCase();
    if (STRANGE.includes(name)) found.push(`<${name}>`);
    if (name === "script" && !element.src && !/json$/.test(element.type)) found.push("<script> of its own");
    if (name === "script" && element.src && new URL(element.src).origin !== location.origin) found.push("<script> from elsewhere");
    if (name === "meta" && /refresh/i.test(element.httpEquiv)) found.push("<meta> that leads on");
    for (const { name: attribute, value } of element.attributes) {
      if (/^on/i.test(attribute)) found.push(`<${name} ${attribute}>`);
      // As a browser reads an address: nothing of what cannot be seen counts.
      const address = value.replace(/[\u0000-\u0020]/g, "").toLowerCase();
      // Our pages say with an empty address that they have no icon.
      if (LEADS.includes(attribute) && address !== "data:," && /^(javascript|vbscript|data):/.test(address)) found.push(`<${name} ${attribute}=${address.slice(0, 40)}>`);
      if (attribute === "srcdoc") found.push(`<${name} srcdoc>`);
    }
  }
  return [...new Set(found)];
}
