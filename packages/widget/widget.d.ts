// widget.js exports nothing: it registers `<support-calculator>`, whose types it makes known.
import "./element.js";
