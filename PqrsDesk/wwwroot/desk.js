// The browser's side of the desk: countdowns, keyboard, rows, frame, connection. No framework, no state of its own.
import "./js/timers.js";
import "./js/wall.js";
import "./js/keyboard.js";
import "./js/palette.js";
import "./js/keyhints.js";
import "./js/recorder.js";
import "./js/conversation.js";
import "./js/mentions.js";
import "./js/typing.js";
import "./js/composer.js";
import "./js/reception.js";
import "./js/frame.js";
import "./js/arrival.js";
import "./js/worktimer.js";
import "./js/folds.js";
import "./js/chat.js";
import "./js/notify.js";
import { connect } from "./js/connection.js";

connect();
