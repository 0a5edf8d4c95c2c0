"""The web application: Gradio's screens mounted in FastAPI, one per language, behind the guard."""

from pathlib import Path
from typing import Annotated

from fastapi import Cookie, FastAPI, Query, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from casefile.clock import now
from casefile.errors import DalelError
from casefile.language import SPOKEN, Language
from ui.export.format import MEDIA_TYPES, Format
from ui.export.write import export, file_name
from ui.speech import explain, say
from ui.web.cards import whole_page
from ui.web.guard import Guard
from ui.web.headers import SecureHeaders
from ui.web.passes import Passes
from ui.web.ports import Desk
from ui.web.render import refused_file
from ui.web.sessions import Sessions, browser_of
from ui.web.text import Quoted
from ui.web.upload import language_in, receive_file

HERE = Path(__file__).parent
OURS = {"style.css": "text/css", "page.js": "text/javascript", "icon.svg": "image/svg+xml"}
FONTS = ("Noto Sans", "DejaVu Sans", "Segoe UI", "PT Sans", "system-ui", "sans-serif")
FONTS_CODE = ("Noto Sans Mono", "DejaVu Sans Mono", "Consolas", "monospace")


def web_app(desk: Desk, language: Language, scratch: Path) -> FastAPI:
    """`scratch` is a private folder for files on their way in. `language` greets a first visit."""
    import gradio as gr

    from ui.web.page import page

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    passes = Passes()
    _add_export(app, desk, passes)  # before the route that takes any name
    _add_routes(app, desk, language, scratch)
    theme = gr.themes.Base(
        primary_hue="blue",
        neutral_hue="slate",
        font=[gr.themes.Font(name) for name in FONTS],  # a plain name may become a font of Google
        font_mono=[gr.themes.Font(name) for name in FONTS_CODE],
    )
    for spoken in SPOKEN:
        gr.mount_gradio_app(
            app,
            page(desk, spoken, passes),
            path=f"/{spoken}",
            theme=theme,
            footer_links=[],
            run_history=False,
            show_error=False,
            allowed_paths=[],
            max_file_size=1,  # bytes: nothing is uploaded through Gradio
            ssr_mode=False,
            mcp_server=False,
            pwa=False,
            enable_monitoring=False,
        )
    app.add_middleware(Sessions)
    app.add_middleware(Guard, forbidden=" ".join(say("web.forbidden", spoken) for spoken in SPOKEN))
    app.add_middleware(SecureHeaders)  # added last, so outermost: what the guard says has its headers too
    return app


def _add_routes(app: FastAPI, desk: Desk, language: Language, scratch: Path) -> None:
    files = {name: (HERE / name).read_bytes() for name in OURS}

    @app.get("/")
    def first_visit(dalel_language: Annotated[str, Cookie()] = "") -> Response:
        return RedirectResponse(f"/{dalel_language if dalel_language in SPOKEN else language}/", 307)

    @app.get("/dalel/page")
    def shown_page(
        document: str,
        page: int,
        span: Annotated[str, Query(pattern=r"^\d{1,12}-\d{1,12}$")],
        language: str,
        quotes: Annotated[str, Query(pattern=r"^(\d{1,12}-\d{1,12}-\d{1,6} ?)*$")] = "",
    ) -> Response:
        spoken = language_in(language)
        start, end = (int(edge) for edge in span.split("-"))
        marks = [Quoted(*(int(part) for part in quote.split("-"))) for quote in quotes.split()]
        try:
            return HTMLResponse(whole_page(desk.page(document, page), (start, end), marks, spoken))
        except DalelError as error:
            return HTMLResponse(f"<p>{refused_file('', explain(error, spoken), spoken)}</p>", status_code=404)

    @app.post("/dalel/upload")
    async def upload(request: Request) -> Response:
        return await receive_file(request, desk, scratch)

    @app.get("/dalel/{name}")
    def ours(name: str) -> Response:
        return Response(files[name], media_type=OURS[name]) if name in files else Response(status_code=404)


def _add_export(app: FastAPI, desk: Desk, passes: Passes) -> None:
    @app.get("/dalel/export")
    def exported(
        request: Request,
        record: str,
        wanted: Annotated[Format, Query(alias="format")],
        shown: Annotated[str, Query(alias="pass")] = "",
    ) -> Response:
        """A record this browser was given, as a file. Any other record is as one that does not exist."""
        if not passes.hold(browser_of(request.headers), record, shown):
            return Response(status_code=404)
        try:
            kept = desk.kept(record)
        except DalelError:
            return Response(status_code=404)
        content = export(kept, wanted, now())
        name = {"content-disposition": f'attachment; filename="{file_name(kept, wanted)}"'}
        return Response(content, media_type=MEDIA_TYPES[wanted], headers=name)
