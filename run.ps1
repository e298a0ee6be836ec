# Runs hotspot:  run.ps1 VERB ...    for example  run.ps1 demo
#   run.ps1 test       builds and runs the tests
#   run.ps1 publish    makes publish/win-x64 and publish/linux-x64, which need no .NET
# For Windows PowerShell 5.1 and PowerShell 7; ASCII only. Arguments go on unchanged, the exit code comes back.

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

# What was typed, as text: PowerShell has made an array of "hour,district" and a name and a value of "-o:x".
function Get-Typed([object[]] $Values) {
    $begun = ''
    foreach ($value in $Values) {
        if ($value -is [array]) { $text = [string]::Join(',', [string[]] @($value)) } else { $text = [string] $value }
        $text = $begun + $text
        $begun = ''
        if ($text -cmatch '^-[A-Za-z]+:$') { $begun = $text } else { $text }
    }
    if ($begun -ne '') { $begun }
}

# Windows PowerShell 5.1 drops empty arguments and does not escape quotes; this writes what the C runtime reads back.
function Get-Escaped([string[]] $Values) {
    foreach ($value in $Values) {
        if ($value -eq '') { '""'; continue }
        $value = [regex]::Replace($value, '(\\*)"', '$1$1\"')
        if ($value -match '\s') { $value = [regex]::Replace($value, '(\\+)$', '$1$1') }
        $value
    }
}

function Invoke-Native([string] $Program, [string[]] $Values) {
    if ($PSVersionTable.PSVersion.Major -lt 6) { $Values = @(Get-Escaped $Values) }
    & $Program @Values
}

$typed = @(Get-Typed $args)
$verb = ''
$rest = @()
if ($typed.Count -gt 0) { $verb = $typed[0] }
if ($typed.Count -gt 1) { $rest = @($typed[1..($typed.Count - 1)]) }
$project = [IO.Path]::Combine($PSScriptRoot, 'pipeline', 'Pipeline.csproj')

foreach ($name in @('hotspot.exe', 'hotspot')) {
    $published = [IO.Path]::Combine($PSScriptRoot, $name)
    if ([IO.File]::Exists($published)) {
        Invoke-Native $published $typed
        exit $LASTEXITCODE
    }
}

if ($null -eq (Get-Command dotnet -CommandType Application -ErrorAction SilentlyContinue)) {
    [Console]::Error.WriteLine('run.ps1: dotnet was not found. Install the .NET 10 SDK, or use a published folder.')
    exit 2
}

if ($verb -eq 'test') {
    Invoke-Native 'dotnet' (@('test', [IO.Path]::Combine($PSScriptRoot, 'Analytics.sln'), '-c', 'Release') + $rest)
    exit $LASTEXITCODE
}

if ($verb -eq 'publish') {
    foreach ($system in @('win-x64', 'linux-x64')) {
        $folder = [IO.Path]::Combine($PSScriptRoot, 'publish', $system)
        Invoke-Native 'dotnet' (@('publish', $project, '-c', 'Release', '-r', $system, '--self-contained', 'true', '-o', $folder) + $rest)
        if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
    }
    exit 0
}

Invoke-Native 'dotnet' (@('run', '--project', $project, '-c', 'Release', '--') + $typed)
exit $LASTEXITCODE
