/* Parts of a page that no callback reaches: drawn as they came, without Dash's watch on every element (web/plain.py). */
(function () {
  "use strict";

  function drawn(part) {
    if (Array.isArray(part)) { return React.createElement(React.Fragment, null, ...part.map(drawn)); }
    if (part === null || typeof part !== "object") { return part; }
    const { children, ...properties } = part.props;
    return React.createElement(part.type.toLowerCase(), properties, ...(children === undefined ? [] : [children].flat().map(drawn)));
  }

  (window.lantern ||= {}).Plain = ({ content }) => drawn(content);
})();
