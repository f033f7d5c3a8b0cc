using System.Reflection;
using System.Runtime.InteropServices;

[assembly: AssemblyTitle("Orders.Core")]
[assembly: AssemblyCompany("Northgate Supplies Ltd")]
[assembly: AssemblyVersion("2.6.3.0")]
[assembly: ComVisible(false)]
