#!/usr/bin/python3
"""A bare window of WebKitGTK for WebKitWebDriver to drive: of any size, with the keyboard's focus.

It is given a folder. There it writes the console messages into "console", what the page offers as a download into
"download", and what a test asks to print, by posting the name of a paper to the message handler "print", into
"<paper>.pdf". WebDriver has a command for printing, but WebKit's driver does not.
"""
import os
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gdk, Gtk, WebKit2  # noqa: E402

FOLDER = sys.argv[1]
PAPERS = {"A4": Gtk.PAPER_NAME_A4, "Letter": Gtk.PAPER_NAME_LETTER}


def path(name):
    return os.path.join(FOLDER, name)


def finish(name):
    """Gives a file its name once it is whole."""
    os.rename(path(f"{name}.part"), path(name))


def on_print(_messages, message, view):
    paper = message.get_js_value().to_string()
    settings = Gtk.PrintSettings()
    settings.set_printer("Print to File")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    settings.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, f"file://{path(paper)}.pdf.part")
    setup = Gtk.PageSetup()
    setup.set_paper_size_and_default_margins(Gtk.PaperSize.new(PAPERS[paper]))
    operation = WebKit2.PrintOperation(web_view=view, print_settings=settings, page_setup=setup)
    operation.connect("finished", lambda _: finish(f"{paper}.pdf"))
    operation.connect("failed", lambda _, error: print("CONSOLE PRINT ERROR", error.message, file=sys.stderr))
    # Without a reference it would be gone before it has printed.
    view.operation = operation
    operation.print_()


def on_download(_context, download):
    download.connect("decide-destination", lambda it, _name: it.set_destination(f"file://{path('download')}.part"))
    download.connect("finished", lambda _: finish("download"))


def main():
    # WebKit writes console messages to standard error, but not those of a private window.
    os.dup2(os.open(path("console"), os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2)
    settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True)
    storage = WebKit2.WebsiteDataManager(base_data_directory=path("data"), base_cache_directory=path("cache"))
    context = WebKit2.WebContext.new_with_website_data_manager(storage)
    context.set_automation_allowed(True)
    context.connect("download-started", on_download)

    messages = WebKit2.UserContentManager()
    view = WebKit2.WebView(
        web_context=context,
        settings=settings,
        user_content_manager=messages,
        is_controlled_by_automation=True,
    )
    messages.connect("script-message-received::print", on_print, view)
    messages.register_script_message_handler("print")
    context.connect("automation-started", lambda _, session: session.connect("create-web-view", lambda _: view))

    window = Gtk.Window(default_width=390, default_height=844)
    window.add(view)
    window.connect("destroy", Gtk.main_quit)
    # There is no window manager to give it the focus.
    window.connect("map-event", lambda *_: window.get_window().focus(Gdk.CURRENT_TIME))
    window.show_all()
    view.grab_focus()
    Gtk.main()


main()
