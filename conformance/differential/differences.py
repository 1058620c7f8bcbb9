"""Where official tests or the specification's own text contradict the model, and we follow those.

Each function here makes the model do as they want, so that scenarios need not avoid the situation.
Where a newer model no longer needs one, delete it.
"""

from __future__ import annotations

import sys
from functools import wraps


def sync_tasks_trap_before_they_might_block(model):
    """A synchronous built-in or call of an async function traps in a synchronous task, whether it
    would have to wait or not, unless a thread of its instance is ready to run meanwhile
    (`async/trap-if-block-and-sync.wast`, from line 287). The model traps once it has to wait."""

    def trap_unless_may_block(is_sync):
        thread = model.current_thread()
        if is_sync and not thread.task.ft.async_ and thread is thread.task.implicit_thread:
            model.trap_if(not any(is_let_run(other, thread.task) and other.ready()
                                  for other in thread.task.inst.threads))

    def checked(name, is_sync):
        built_in = getattr(model, name)

        @wraps(built_in)
        def checking(*arguments):
            trap_unless_may_block(is_sync(*arguments))
            return built_in(*arguments)
        setattr(model, name, checking)

    checked('stream_copy', lambda e, b, c, t, opts, *_: not opts.async_)
    checked('future_copy', lambda e, b, c, t, opts, *_: not opts.async_)
    checked('cancel_copy', lambda e, c, t, async_, i: not async_)
    checked('canon_subtask_cancel', lambda async_, i: not async_)
    checked('canon_lower', lambda callee, ft, opts, args: ft.async_ and not opts.async_)


def is_let_run(thread, waiting):
    """Whether it may run while a synchronous task of its instance waits."""
    task = thread.task
    if thread is not task.implicit_thread:
        return True
    return not task.needs_exclusive() if task.ft.async_ else task is waiting


def sync_tasks_let_no_exclusive_thread_run(model):
    """While a synchronous task waits, only threads run that need no exclusive access to its
    instance (`async/during-sync-call-no-exclusive-resume.wast`). The model lets the event loop of an
    async task go on when nobody holds that access."""
    ready = model.Thread.ready

    def ready_to(thread):
        frame = sys._getframe(1)
        for frame in frame, frame.f_back:
            if frame.f_code.co_name == 'canon_lift':
                return is_let_run(thread, frame.f_locals['task']) and ready(thread)
        return ready(thread)
    model.Thread.ready = ready_to


def synchronous_tasks_do_not_go_on_within_others(model):
    """A limit of ours: a synchronous task that waits does not go on while another of its instance
    runs, which only a destructor can be, called by a thread that runs meanwhile. Ours runs both on
    one stack, that task below. What would switch to it traps. `is_let_run` knows this too."""
    switch_to = model.Thread.switch_to_internal

    def switching(thread, cancellable, other):
        both = [each for each in (thread, other)
                if each is each.task.implicit_thread and not each.task.ft.async_]
        model.trap_if(len(both) == 2)
        return switch_to(thread, cancellable, other)
    model.Thread.switch_to_internal = switching


def cancelled_copies_say_so(model):
    """A copy that is cancelled after some elements were copied ends with CANCELLED and their count
    (`async/cancel-stream.wast`, line 66). The model says COMPLETED."""
    cancel_copy = model.cancel_copy

    def cancelling(end_type, event_code, t, async_, i):
        end = model.current_instance().handles.get(i)
        event = end.pending_event if isinstance(end, model.CopyEnd) else None
        # The model's event of progress has the way to take the buffer back as its second argument.
        went_on = event is not None and len(event.args) == 2
        [payload] = cancel_copy(end_type, event_code, t, async_, i)
        return [payload | model.CopyResult.CANCELLED if went_on else payload]
    model.cancel_copy = cancelling


def synchronous_cancellation_waits_for_the_end(model):
    """`subtask.cancel` without `async` blocks until the subtask is resolved (Concurrency.md,
    "Cancellation"). The model waits for any event, so that one which tells of the subtask's start
    and was not taken yet lets it go on, and fails an assertion."""

    def wait_for_pending_event(subtask):
        subtask.has_sync_waiter = True
        model.current_thread().wait_until(subtask.resolved, cancellable=False)
        subtask.has_sync_waiter = False
    model.Subtask.wait_for_pending_event = wait_for_pending_event


def futures_being_written_can_lose_their_reader(model):
    """Dropping the readable end of a future ends the write that waits with DROPPED: `future_copy`
    in the model expects it. The model's `SharedFutureImpl.drop` asserts that what waits is a read,
    which it never can be; that of streams does the same without."""
    model.SharedFutureImpl.drop = model.SharedStreamImpl.drop


def event_loops_are_told_of_cancellation(model):
    """A callback that could not be told of a cancellation at once, since another task had the
    instance to itself, is told as soon as that is done (the specification since #723 and #726).
    The model waits for an event, and tells of it then."""
    wait = model.Thread.wait_until

    def wait_until(thread, ready_func, cancellable=False):
        frame = sys._getframe(1)
        if frame.f_code.co_name == 'wait_for_event_and':
            frame = frame.f_back
        if frame.f_code.co_name != 'thread_func':
            return wait(thread, ready_func, cancellable)
        task = thread.task

        def ready_or_cancelled():
            return not task.inst.exclusive_thread and (
                task.state == model.Task.State.PENDING_CANCEL or ready_func())
        return wait(thread, ready_or_cancelled, cancellable) or (
            model.Cancelled(task.deliver_pending_cancel(cancellable)))
    model.Thread.wait_until = wait_until


ALL = [
    event_loops_are_told_of_cancellation,
    futures_being_written_can_lose_their_reader,
    synchronous_cancellation_waits_for_the_end,
    sync_tasks_trap_before_they_might_block,
    sync_tasks_let_no_exclusive_thread_run,
    synchronous_tasks_do_not_go_on_within_others,
    cancelled_copies_say_so,
]
