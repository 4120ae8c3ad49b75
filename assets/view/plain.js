/* Parts of a page that no callback reaches: drawn as they came, without Dash's watch on every element (web/plain.py). */
(function () {
  "use strict";

  const within = (content) => content === undefined || content === null ? [] : [content].flat().map(drawn);

  function drawn(part) {
    if (Array.isArray(part)) { return React.createElement(React.Fragment, null, ...part.map(drawn)); }
    if (part === null || typeof part !== "object") { return part; }
    const { children, ...properties } = part.props;
    return React.createElement(part.type.toLowerCase(), properties, ...within(children));
  }

  window.lantern ||= {};
  window.lantern.Plain = ({ content }) => drawn(content);
  /* An element whose whole content a callback writes. */
  window.lantern.Place = ({ tag, content, setProps, ...properties }) => React.createElement(tag.toLowerCase(), properties, ...within(content));
})();
