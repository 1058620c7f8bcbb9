"""Our runtime, as a process that is given scenarios and says their traces."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
COMPONENT = ROOT / 'component'
CLASSPATH = COMPONENT / 'target' / 'differential.classpath'
MAIN = 'run.radicchio.component.differential.Differential'


def build():
    """Compiles the tests of `component`, where the interpreter of scenarios is, if need be."""
    sources = [ROOT / 'pom.xml', COMPONENT / 'pom.xml', *(COMPONENT / 'src').rglob('*')]
    newest = max(source.stat().st_mtime for source in sources)
    if not CLASSPATH.exists() or CLASSPATH.stat().st_mtime < newest:
        subprocess.run(
            ['mvn', '-q', '-B', '-Dspotless.check.skip=true', '-pl', 'component', 'test-compile',
             'dependency:build-classpath', f'-Dmdep.outputFile={CLASSPATH}'],
            cwd=ROOT, check=True)
        os.utime(CLASSPATH, (newest, newest))


class Ours:
    def __init__(self):
        build()
        home = os.environ.get('JAVA_HOME')
        java = Path(home) / 'bin' / 'java' if home else 'java'
        folders = [COMPONENT / 'target' / name for name in ('test-classes', 'classes')]
        self.process = subprocess.Popen(
            [java, '--enable-native-access=ALL-UNNAMED', '-cp',
             os.pathsep.join([*map(str, folders), CLASSPATH.read_text()]), MAIN],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def run(self, scenario, waiting=False, schedule: int | None = None) -> str:
        """The trace; in the random order of a schedule, or that in which things became ready.

        Java threads can wait for the host's calls, so that guests block on their stacks."""
        end = '.' + ' waiting' * waiting + (f' {schedule}' if schedule is not None else '')
        self.process.stdin.write(f'{scenario}{end}\n')
        self.process.stdin.flush()
        lines = []
        while (line := self.process.stdout.readline()) != '.\n':
            if not line:
                raise RuntimeError(f'our runtime ended within this scenario:\n{scenario}')
            lines.append(line)
        return ''.join(lines)
