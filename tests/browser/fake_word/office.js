/* Office itself: where the page runs, what it can do, and the open file in slices. */

(() => {
  const { document: data, options = {} } = window.__fakeWord;
  window.fakeWord = new window.FakeWordDocument(data, options);
  const real = window.fakeWord;
  const file = { open: 0, reads: 0, worst: 0 };
  window.fakeFile = file;

  const answer = (done, value, error) => setTimeout(() => done(error ? { status: "failed", error } : { status: "succeeded", value }), 0);
  const fail = (code) => ({ code, message: "Internal Error" });

  async function bytes() {
    // the file as it is now: the test's side writes it from the document's state
    const base64 = window.fakeWordFile ? await window.fakeWordFile(JSON.stringify(real.state())) : options.file;
    return Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
  }

  async function getFileAsync(type, { sliceSize }, done) {
    const most = options.platform === "iOS" ? 65536 : 4194304;
    file.reads += 1;
    if (options.noFile) return answer(done, null, fail(5001));
    if (type !== "compressed" || sliceSize > most) return answer(done, null, fail(5001));
    // one not closed spoils the next (office-js #750)
    if (file.open >= 1) return answer(done, null, fail(5009));
    file.open += 1;
    const all = await bytes();
    let closed = false;
    let pending = 0;
    answer(done, {
      size: all.length,
      sliceCount: Math.ceil(all.length / sliceSize),
      getSliceAsync(index, next) {
        pending += 1;
        file.worst = Math.max(file.worst, pending);
        setTimeout(() => {
          pending -= 1;
          if (closed) return next({ status: "failed", error: fail(5001) });
          const slice = all.slice(index * sliceSize, (index + 1) * sliceSize);
          next({ status: "succeeded", value: { index, data: options.plainSlices ? [...slice] : slice, size: slice.length } });
        }, 0);
      },
      closeAsync(next) {
        closed = true;
        file.open -= 1;
        answer(next || (() => {}), null);
      },
    });
  }

  const version = (text) => text.split(".").map(Number);
  const isSetSupported = (name, asked) => {
    const [major, minor] = version(asked);
    const [top, low] = version(options.api || "1.8");
    if (name === "WordApiDesktop") return options.desktop ?? true;
    return name === "WordApi" && (major < top || (major === top && minor <= low));
  };

  window.Office = {
    HostType: { Word: "Word" },
    PlatformType: { iOS: "iOS", PC: "PC", Mac: "Mac", OfficeOnline: "OfficeOnline" },
    FileType: { Compressed: "compressed" },
    DocumentMode: { ReadOnly: "readOnly", ReadWrite: "readWrite" },
    AsyncResultStatus: { Succeeded: "succeeded", Failed: "failed" },
    EventType: { OfficeThemeChanged: "officeThemeChanged" },
    onReady: async (told) => {
      const info = { host: "Word", platform: options.platform || "PC" };
      told?.(info);
      return info;
    },
    context: {
      host: "Word",
      platform: options.platform || "PC",
      requirements: { isSetSupported },
      officeTheme: options.theme,
      document: {
        url: options.url || "https://example.sharepoint.com/Shared/Services%20Agreement.docx?web=1",
        mode: options.readOnly ? "readOnly" : "readWrite",
        getFileAsync,
        addHandlerAsync(_event, _handler, done) {
          done?.({ status: "succeeded" });
        },
      },
    },
  };
})();
