"""The whole check of what a power cut left: the real server starts on it, serves, and exports what it should."""
import glob
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request


def free_port():
    with socket.socket() as listener:
        listener.bind(('127.0.0.1', 0))
        return listener.getsockname()[1]


def serves(port):
    try:
        with urllib.request.urlopen(f'http://127.0.0.1:{port}/healthz', timeout=2) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def troubles_of(binary, folder, sessions, ideas):
    """Sentences; `ideas` is what all the sessions together should have: only one of them has any, the other is deleted later."""
    data = f'{folder}/data'
    troubles = []
    for backup in glob.glob(f'{folder}/**/*.kiemkring-backup', recursive=True):
        verified = subprocess.run([binary, 'verify', backup], capture_output=True, text=True, timeout=30)
        if verified.returncode:
            troubles.append(f'verify: {verified.stdout}{verified.stderr}')

    port = free_port()
    with open(f'{folder}/server.log', 'wb') as log:
        server = subprocess.Popen([binary, 'serve', '--data', data, '--listen', f'127.0.0.1:{port}'], stdout=log, stderr=log)
    try:
        deadline = time.monotonic() + 20
        while not serves(port):
            if server.poll() is not None or time.monotonic() > deadline:
                with open(f'{folder}/server.log', encoding='utf8') as log:
                    return troubles + [f'the server does not start: {log.read()[-500:]}']
            time.sleep(0.02)
        kept = {}
        for session in sessions:
            exported = subprocess.run([binary, 'export', session, '--data', data], capture_output=True, text=True, timeout=30)
            if exported.returncode:
                troubles.append(f'export: {exported.stderr}')
            else:
                kept |= {idea['id']: idea['text'] for idea in json.loads(exported.stdout)['result']['ideas']}
        if kept != ideas:
            troubles.append(f'the exports have {len(kept)} ideas, {len(ideas)} are stored, or a text is another')
    finally:
        server.terminate()
        try:
            code = server.wait(10)
        except subprocess.TimeoutExpired:
            server.kill()
            code = server.wait()
    if code:
        troubles.append(f'the server ended with {code}')
    os.remove(f'{folder}/server.log')
    return troubles
