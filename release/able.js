// Says so at once where a browser lacks what the page needs. It is written for old browsers: they read this, not boot.js.
(function () {
  var able = window.WebAssembly && WebAssembly.instantiateStreaming && window.DecompressionStream && window.Promise;
  try { able = able && new DecompressionStream("deflate-raw"); } catch (error) { able = false; }
  window.lobgidsAble = !!able;
  if (able) return;
  var told = document.getElementById("lobgids-unable");
  document.getElementById("lobgids").innerHTML = '<main class="waiting" role="alert">' + told.innerHTML + "</main>";
})();
